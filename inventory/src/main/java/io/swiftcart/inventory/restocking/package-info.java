/**
 * Puts units of an order that stands back on the shelf, as part of a refund. {@code
 * RestockResource} → {@code RestockOrder} → {@code RestockRepository}: the reservation's row is
 * locked, so that two refunds of one order never return more than was sold. A whole order that
 * comes to nothing is put back by {@code settling}, less what was restocked before.
 */
@NullMarked
package io.swiftcart.inventory.restocking;

import org.jspecify.annotations.NullMarked;
