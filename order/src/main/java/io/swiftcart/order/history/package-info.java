/**
 * The read side of orders: one order, lists, status, history and the operator's view of the saga,
 * each straight from SQL in which the ownership of the caller stands.
 */
@NullMarked
package io.swiftcart.order.history;

import org.jspecify.annotations.NullMarked;
