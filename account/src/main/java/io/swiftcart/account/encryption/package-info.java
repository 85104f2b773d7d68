/**
 * Encryption of single fields: {@link io.swiftcart.account.encryption.Keyring} makes and wraps the
 * {@link io.swiftcart.account.encryption.DataKey} of a customer, seals what belongs to no customer,
 * and makes blind indexes. Every sealed text is bound to its place ({@code table|column|row}), so
 * that it cannot be moved.
 */
@NullMarked
package io.swiftcart.account.encryption;

import org.jspecify.annotations.NullMarked;
