/**
 * The inventory: how many units there are, who holds them, and every movement of them. {@code
 * stock}, {@code reserving}, {@code settling} and {@code availability} are what it does for others;
 * each goes Resource or Listener → use case → {@code ledger}, where one SQL statement changes the
 * stock, writes its movements and tells its facts. {@code hint} remembers availability in Redis for
 * whoever only needs to know roughly.
 */
@NullMarked
package io.swiftcart.inventory;

import org.jspecify.annotations.NullMarked;
