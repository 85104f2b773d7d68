/**
 * Listens to {@code customers.erased.v1} and destroys the key under which whom a customer's orders
 * and sessions were for is stored. The orders themselves stay, without the person.
 */
@NullMarked
package io.swiftcart.order.erasing;

import org.jspecify.annotations.NullMarked;
