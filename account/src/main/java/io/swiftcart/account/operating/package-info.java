/** The door of admins to the signing keys: {@code SigningKeysResource}. */
@NullMarked
package io.swiftcart.account.rotation;

import org.jspecify.annotations.NullMarked;
