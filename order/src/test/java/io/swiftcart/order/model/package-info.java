/**
 * An explicit-state model check of the checkout: every state that two orders can come to while
 * runners die, messages are lost, late or repeated and customers change their minds.
 *
 * <p>The saga that runs is the real one of {@code domain}; {@link io.swiftcart.order.model.Runner}
 * mirrors what {@code checkout} stores and forgets, {@link io.swiftcart.order.model.Inventory} and
 * {@link io.swiftcart.order.model.Payments} mirror the neighbours. {@link
 * io.swiftcart.order.model.Model} lists what can happen next, {@link
 * io.swiftcart.order.model.Explorer} goes everywhere, and {@link io.swiftcart.order.model.Rules}
 * says what must hold there. {@link io.swiftcart.order.model.Planted} breaks the protocol on
 * purpose, to prove that the rules would notice.
 */
package io.swiftcart.order.model;
