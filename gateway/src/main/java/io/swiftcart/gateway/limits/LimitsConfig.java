package io.swiftcart.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings {@code swiftcart.gateway.limits.*}. */
@ConfigMapping(prefix = "swiftcart.gateway.limits")
interface LimitsConfig {
    /** For each user. */
    Amount user();

    /** For each address without a token; of IPv6, each network of 64 bits. */
    Amount anonymous();

    /** For each machine client without a quota of its own. */
    Amount client();

    /** By the id of a machine client. */
    Map<String, Amount> clients();

    /**
     * By route class: a class with quotas of its own is counted by itself, so that it neither uses
     * up the sender's quota nor suffers from it.
     */
    Map<String, OfClass> classes();

    /** How long Redis may take to answer before a request is counted locally. */
    @WithDefault("50ms")
    Duration patience();

    /** How long Redis is left alone after it was lost. */
    @WithDefault("1s")
    Duration rest();

    /** How many senders are remembered at most. */
    @WithDefault("100000")
    long senders();

    /** The quotas of one route class; who has none there is counted as everywhere. */
    interface OfClass {
        Optional<Amount> user();

        Optional<Amount> anonymous();

        Optional<Amount> client();
    }

    /** So many requests. */
    interface Amount {
        /** Per second, in the long run; less than one is allowed. */
        @WithDefault("1000")
        double rate();

        /** At once, after a silence. */
        @WithDefault("2000")
        long burst();

        @WithDefault("false")
        boolean unlimited();
    }
}
