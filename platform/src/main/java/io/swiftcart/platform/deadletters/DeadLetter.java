package io.swiftcart.platform.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a consumer could not work off, byte for byte as it came.
 *
 * @param id time-ordered
 * @param topic of the fact
 * @param readFrom where it lay, together with partition and offset: the topic, or that of its
 *     replays
 * @param consumer the service that could not work it off
 * @param reason the words of the last failure
 * @param stackHash the same for facts that died of the same defect
 * @param payload null for a tombstone
 * @param attempts how often it has been tried, former replays included
 * @param replayedAt when it was last sent again; null before
 */
public record DeadLetter(
        UUID id,
        String topic,
        String readFrom,
        int partition,
        long offset,
        byte @Nullable [] key,
        String consumer,
        String reason,
        String stackHash,
        List<Header> headers,
        byte @Nullable [] payload,
        int attempts,
        Instant failedAt,
        @Nullable Instant replayedAt,
        String correlationId) {

    /** One header of the record. */
    @SuppressWarnings("ArrayRecordComponent") // only carried from row to record, never compared
    public record Header(String name, byte[] value) {}

    /** Payloads hold what customers bought, so they stay out of logs. */
    @Override
    public String toString() {
        return "DeadLetter[" + id + ", " + readFrom + "-" + partition + "@" + offset + "]";
    }
}
