/**
 * Who customers are, and the issuer of the tokens that say so.
 *
 * <p>Doors: {@code oidc} (discovery, keys, token endpoint), {@code login}, {@code registration},
 * {@code recovery}, {@code profile}, {@code addresses}, {@code operating}. They meet in {@code
 * customers}, {@code credentials}, {@code tokens}, {@code signing}, {@code letters} and {@code
 * erasing}, which have no door of their own.
 */
@NullMarked
package io.swiftcart.account;

import org.jspecify.annotations.NullMarked;
