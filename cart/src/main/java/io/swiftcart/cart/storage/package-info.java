/**
 * Where carts and the view of products live: {@code CartStore} and {@code ProductStore} are the
 * ports, with one adapter on Redis, whose Lua scripts make each change and its totals one step, and
 * one in memory for tests. {@code swiftcart.cart.storage} chooses; one contract test holds both.
 */
@NullMarked
package io.swiftcart.cart.storage;

import org.jspecify.annotations.NullMarked;
