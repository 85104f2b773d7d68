/**
 * How an order comes to be, whichever way it was ordered: {@code RecordOrder} writes it with its
 * claim, checkout, history and fact in one transaction.
 */
@NullMarked
package io.swiftcart.order.recording;

import org.jspecify.annotations.NullMarked;
