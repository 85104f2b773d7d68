package io.swiftcart.inventory.reserving;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings {@code swiftcart.inventory.reserving.*}. */
@ConfigMapping(prefix = "swiftcart.inventory.reserving")
interface ReservingConfig {
    /** How many orders are decided together at most. */
    int batchMax();

    /** How many orders wait at most; one more is sent away. */
    int waitingMax();

    /** How long a batch may take; longer, and a connection is taken for dead. */
    Duration patience();
}
