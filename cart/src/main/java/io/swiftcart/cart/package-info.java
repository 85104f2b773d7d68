/**
 * The cart: what a guest or a customer means to buy. {@code carts} serves the public, {@code
 * checkout} the order service; both go Resource → use case → {@code storage.CartStore}. {@code
 * products} keeps the cart's own view of what is sold. Features do not know each other, they meet
 * in {@code storage} and {@code domain}.
 */
@NullMarked
package io.swiftcart.cart;

import org.jspecify.annotations.NullMarked;
