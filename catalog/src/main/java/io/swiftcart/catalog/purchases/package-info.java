/**
 * Who has bought what: {@code OrderListener} → {@code RecordPurchases}, from {@code
 * orders.confirmed.v1}. Read by {@code reviews}. An order that is cancelled or refunded later was a
 * purchase all the same.
 */
@NullMarked
package io.swiftcart.catalog.purchases;

import org.jspecify.annotations.NullMarked;
