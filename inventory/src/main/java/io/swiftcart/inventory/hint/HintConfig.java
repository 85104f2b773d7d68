package io.swiftcart.inventory.hint;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings {@code swiftcart.inventory.hint.*}. */
@ConfigMapping(prefix = "swiftcart.inventory.hint")
interface HintConfig {
    /** How long an answer of Redis is waited for. */
    Duration timeout();

    /** How long Redis is left alone after it failed to answer. */
    Duration restAfterFailure();

    /** How long an entry lives; the longest time for which a hint can be wrong. */
    Duration lifetime();
}
