package io.swiftcart.gateway.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings {@code swiftcart.gateway.admission.*}. */
@ConfigMapping(prefix = "swiftcart.gateway.admission")
interface AdmissionConfig {
    /** Requests under way to each replica of a service, at most. */
    @WithDefault("128")
    int concurrent();

    /** Down to so many, when its answers say that it has too much to do. */
    @WithDefault("16")
    int least();

    /** Whether the number under way follows the answers; else it stays at the most. */
    @WithDefault("true")
    boolean adaptive();

    /** A service that takes longer in the mean may have too much to do. */
    @WithDefault("2s")
    Duration slow();

    /** Requests that may wait in line for each service, at most. */
    @WithDefault("1024")
    int waiting();

    /** The line is full when one would wait in it for so long, or the first in it has. */
    @WithDefault("500ms")
    Duration fullAfter();

    /** How long a request may wait in line, which only happens when a service stands still. */
    @WithDefault("1s")
    Duration patience();

    /** In place of both for a second after somebody was refused: what does not end is no rush. */
    @WithDefault("40ms")
    Duration crowdedPatience();

    /** Event streams that may be open to each replica; they do nothing most of the time. */
    @WithDefault("512")
    int streams();
}
