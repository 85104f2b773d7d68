/**
 * Mails with a single-use token: {@link io.swiftcart.account.letters.Letters} queues them with the
 * change, {@code SendLetters} sends them after it, and {@link io.swiftcart.account.letters.Proofs}
 * takes the token back.
 */
@NullMarked
package io.swiftcart.account.letters;

import org.jspecify.annotations.NullMarked;
