/**
 * Keeps units for an order, all of its lines or none. {@code ReservingResource} → {@code
 * ReserveStock} → {@code AskQueue}, where orders that come together gather → {@code DecideTogether}
 * → {@code HoldRepository}, whose one statement takes what can be taken, and {@code
 * StandingRepository}, which says why of the others. PostgreSQL decides; the hint only chooses
 * which of the two is asked first, so that buyers of a sold-out SKU do not queue for its lock.
 */
@NullMarked
package io.swiftcart.inventory.reserving;

import org.jspecify.annotations.NullMarked;
