/**
 * Checks the books against each other: stock, movements and reservations, each of which could be
 * computed from the others. {@code ReconciliationResource} or the schedule → {@code ReconcileBooks}
 * → {@code ReconciliationRepository}. {@code BooksInvariant} is the part that is cheap enough for
 * every minute; {@code ReservationsResource} lists how the orders stand, for the order service to
 * compare with its own book.
 */
@NullMarked
package io.swiftcart.inventory.reconciling;

import org.jspecify.annotations.NullMarked;
