package io.swiftcart.inventory.reconciling;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings {@code swiftcart.inventory.reconciliation.*}. */
@ConfigMapping(prefix = "swiftcart.inventory.reconciliation")
interface ReconciliationConfig {
    /** How often the books are compared; read by the schedule. */
    String every();

    /** Orders that have changed within this time are compared with their movements. */
    Duration ordersOfLast();

    /** How long after its expiry a hold may still stand. */
    Duration expiryGrace();

    /** SKUs that have changed within this time are compared with their movements each minute. */
    Duration skusOfLast();
}
