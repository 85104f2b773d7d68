package io.swiftcart.account.credentials;

import io.smallrye.config.ConfigMapping;

/** How much computing is done at once: {@code swiftcart.account.costly.*}. */
@ConfigMapping(prefix = "swiftcart.account.costly")
interface CostlyConfig {

    /** Threads of one replica; each may need 19 MiB for a hash. */
    int atOnce();

    /** How many wait for a thread before others are refused. */
    int waitingMax();
}
