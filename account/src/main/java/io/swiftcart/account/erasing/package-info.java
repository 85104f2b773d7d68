/** Forgetting a customer for ever, at their own wish or an admin's: {@code EraseCustomer}. */
@NullMarked
package io.swiftcart.account.erasing;

import org.jspecify.annotations.NullMarked;
