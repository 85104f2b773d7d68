/**
 * An order that waits for a payment whose outcome was not known goes on as soon as payment tells
 * it: {@code PaymentListener} hears the fact, {@code WakeCheckout} takes the checkout up and has it
 * run, which asks payment as the sweep would.
 */
@NullMarked
package io.swiftcart.order.waking;

import org.jspecify.annotations.NullMarked;
