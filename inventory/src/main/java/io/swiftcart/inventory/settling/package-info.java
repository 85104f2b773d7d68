/**
 * Ends holds. The order service's command or an order's fact ({@code SettlementResource}, {@code
 * OrderListener}) → {@code CommitHold} or {@code ReleaseHold} → {@code SettlementRepository}, and
 * {@code ExpireHolds} ends those whose time is over. Every step is harmless when repeated, and when
 * it comes before the hold it leaves a tombstone that refuses it.
 */
@NullMarked
package io.swiftcart.inventory.settling;

import org.jspecify.annotations.NullMarked;
