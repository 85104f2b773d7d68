package io.swiftcart.inventory.reconciling;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings {@code swiftcart.inventory.reconciliation.*}. */
@ConfigMapping(prefix = "swiftcart.inventory.reconciliation")
interface ReconciliationConfig {
    /** How often the books are compared; read by the schedule. */
    String every();

    /** Orders that have changed within this time are compared with their movements on demand. */
    Duration ordersOfLast();

    /** The same by the clock; several times as long as {@link #every}. */
    Duration ordersLately();

    /** How long after its expiry a hold may still stand. */
    Duration expiryGrace();

    /** How old movements are when they are added up for good; longer than any transaction. */
    Duration closeAfter();

    /** SKUs that have changed within this time are compared with their movements each minute. */
    Duration skusOfLast();
}
