/**
 * Reading payments: {@code PaymentHistoryResource} to {@code PaymentQuery}, which reads the book
 * that the commands write. Lists are in the order in which payments began, newest first.
 */
@NullMarked
package io.swiftcart.payment.history;

import org.jspecify.annotations.NullMarked;
