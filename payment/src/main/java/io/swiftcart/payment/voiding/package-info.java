/**
 * Undoing payments. {@code VoidResource} lets go of money that was reserved and not taken. {@code
 * OrderVoidResource} undoes whatever an order's payment has come to, before or after it was asked
 * for, and {@code UndoOrder} keeps at it until no money is held: the payment is marked closed
 * first, so a crash only delays it.
 */
@NullMarked
package io.swiftcart.payment.voiding;

import org.jspecify.annotations.NullMarked;
