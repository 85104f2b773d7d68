/**
 * How stock is written. A feature says in SQL which reservations it touches, or which stock it
 * makes or corrects; {@code LedgerStatement} completes that to one statement that locks the stock
 * in order of SKU, changes it, records the movements and puts the facts into the outbox, and {@code
 * StockLedger} executes it. So stock, movements and facts cannot drift apart, and the lock of a hot
 * SKU is held for one round trip.
 */
@NullMarked
package io.swiftcart.inventory.ledger;

import org.jspecify.annotations.NullMarked;
