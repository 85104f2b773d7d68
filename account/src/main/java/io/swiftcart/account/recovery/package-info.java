/**
 * A new password for who has forgotten it: {@code RecoveryResource} → {@code ResetPassword}. The
 * answer never tells whether the address is known.
 */
@NullMarked
package io.swiftcart.account.recovery;

import org.jspecify.annotations.NullMarked;
