/**
 * What the order service asks of carts, with its own token: read one, keep one alive while it is in
 * checkout, and discard it once it is ordered.
 */
@NullMarked
package io.swiftcart.cart.checkout;

import org.jspecify.annotations.NullMarked;
