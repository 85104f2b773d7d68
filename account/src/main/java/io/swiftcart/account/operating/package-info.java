/**
 * The doors of admins: to the signing keys ({@code SigningKeysResource}), and to the erasure of
 * customers, whichever identity provider knows them ({@code ErasureResource}).
 */
@NullMarked
package io.swiftcart.account.operating;

import org.jspecify.annotations.NullMarked;
