/**
 * Holding our payments against the provider's own list. {@code WalkProvider} goes through the list
 * page by page, newest first, a bounded number of pages at a time, and goes on where it, or another
 * replica, has stopped. {@code LookAtCharges} compares a page with our payments ({@code Comparison}
 * is the rule); what differs is read again on both sides by {@code LookAgain} before it stands in
 * the report, which {@code ReconciliationResource} shows. Nothing here moves money.
 */
@NullMarked
package io.swiftcart.payment.reconciling;

import org.jspecify.annotations.NullMarked;
