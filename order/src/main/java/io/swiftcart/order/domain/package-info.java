/**
 * What an order is and how its checkout goes: pure Java without I/O, clock or framework. {@link
 * io.swiftcart.order.domain.Checkout} is the saga as two tables; {@link
 * io.swiftcart.order.domain.Order} is what it is about.
 */
@NullMarked
package io.swiftcart.order.domain;

import org.jspecify.annotations.NullMarked;
