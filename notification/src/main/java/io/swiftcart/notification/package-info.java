/**
 * Writes to customers: one mail per order and kind. Facts become rows of deliveries, rows become
 * mails; neither can fail an order.
 */
@NullMarked
package io.swiftcart.notification;

import org.jspecify.annotations.NullMarked;
