/**
 * Destroys the key under which is stored whom somebody's orders and sessions were for: a customer's
 * when {@code customers.erased.v1} says so, a guest's at the word of an admin. The orders
 * themselves stay, without the person.
 */
@NullMarked
package io.swiftcart.order.erasing;

import org.jspecify.annotations.NullMarked;
