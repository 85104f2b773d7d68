/**
 * What the books say: {@code OrderBalanceResource} tells the order service, order by order, what
 * was captured and refunded and what the ledger has booked for it, and {@code BooksBalance} holds
 * the two against each other all the time. Nothing here changes anything.
 */
@NullMarked
package io.swiftcart.payment.balances;

import org.jspecify.annotations.NullMarked;
