package io.swiftcart.payment.reconciling;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How far and how fast the provider's list is walked. */
@ConfigMapping(prefix = "swiftcart.payment.reconciling")
interface ReconcilingConfig {

    /** How often the walk goes on. */
    Duration walkEvery();

    /** How far back a walk reaches. */
    Duration window();

    /** How many pages of 100 charges are read at a time. */
    int pagesAtOnce();
}
