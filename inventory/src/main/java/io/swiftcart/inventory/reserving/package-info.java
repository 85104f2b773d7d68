/**
 * Keeps units for an order, all of its lines or none. {@code ReservingResource} → {@code
 * ReserveStock} → {@code HoldRepository}: one statement takes the lines, and only when it takes
 * nothing is it asked why. PostgreSQL decides; the hint only chooses whether to ask first, so that
 * buyers of a sold-out SKU do not queue for its lock.
 */
@NullMarked
package io.swiftcart.inventory.reserving;

import org.jspecify.annotations.NullMarked;
