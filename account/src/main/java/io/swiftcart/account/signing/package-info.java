/**
 * The keys that sign tokens, shared by all replicas through the database: {@link
 * io.swiftcart.account.signing.SigningKeys} knows the one that signs and those that are still
 * published, {@link io.swiftcart.account.signing.RotateKeys} replaces it on schedule or when an
 * admin says so.
 */
@NullMarked
package io.swiftcart.account.signing;

import org.jspecify.annotations.NullMarked;
