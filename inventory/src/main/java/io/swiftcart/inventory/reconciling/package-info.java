/**
 * Checks the books against each other: stock, movements and reservations, each of which could be
 * computed from the others. {@code ReconciliationResource} or the schedule → {@code ReconcileBooks}
 * → {@code ReconciliationRepository}; {@code ClosingRepository} adds up what is old for the looks
 * of the schedule. {@code BooksInvariant} is asked with the other rules: whole by people and each
 * hour, what has changed lately each minute.
 */
@NullMarked
package io.swiftcart.inventory.reconciling;

import org.jspecify.annotations.NullMarked;
