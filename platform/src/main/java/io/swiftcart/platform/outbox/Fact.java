package io.swiftcart.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, to be published once its transaction commits.
 *
 * @param id event id, for ever: {@code ce_id} and the member {@code eventId}
 * @param topic Kafka topic, e.g. {@code orders.confirmed.v1}
 * @param key Kafka key; facts of one key are published in the order they were added
 * @param type CloudEvents type, e.g. {@code io.swiftcart.orders.confirmed.v1}
 * @param subject CloudEvents subject, the name people use for the thing, e.g. the order number
 * @param time when it happened
 * @param payload written as JSON; null publishes a tombstone
 */
public record Fact(
        UUID id,
        String topic,
        String key,
        String type,
        String subject,
        Instant time,
        @Nullable Object payload) {}
