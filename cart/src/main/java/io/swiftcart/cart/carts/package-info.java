/**
 * Carts for guests and customers. {@code CartResource} makes, reads and discards them, {@code
 * CartItemsResource} changes their lines, {@code MergeResource} takes a guest's cart over; what may
 * be done is decided by the store in the step that does it.
 */
@NullMarked
package io.swiftcart.cart.carts;

import org.jspecify.annotations.NullMarked;
