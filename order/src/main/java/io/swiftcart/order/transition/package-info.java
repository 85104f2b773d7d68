/**
 * What every change of an order after its placing has in common: {@code OrderTransitions} writes
 * the order's next version, its history and its fact in the transaction of whoever changes it.
 */
@NullMarked
package io.swiftcart.order.transition;

import org.jspecify.annotations.NullMarked;
