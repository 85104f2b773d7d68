/**
 * How the reservation of each order stands, for who keeps a book of orders and compares: {@code
 * ReservationsResource} → {@code ReservationsQuery}. Nothing here changes anything.
 */
@NullMarked
package io.swiftcart.inventory.holds;

import org.jspecify.annotations.NullMarked;
