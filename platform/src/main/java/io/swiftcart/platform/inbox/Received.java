package io.swiftcart.platform.inbox;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.swiftcart.platform.deadletters.DeadLetter;
import io.swiftcart.platform.deadletters.Replays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Where a message comes from, and what stands beside its payload. */
record Received(Message<byte[]> message, IncomingKafkaRecordMetadata<?, ?> from) {

    static Received of(Message<byte[]> message) {
        return new Received(
                message,
                message.getMetadata(IncomingKafkaRecordMetadata.class)
                        .orElseThrow(() -> new IllegalArgumentException("no record of Kafka")));
    }

    /** Whether it is a replay for another consumer. */
    boolean isForAnother(String consumer) {
        String meant = header(Replays.CONSUMER);
        return meant != null && !meant.equals(consumer);
    }

    /** How often it had been tried before it was replayed; 0 for what comes for the first time. */
    int formerAttempts() {
        String attempts = header(Replays.ATTEMPTS);
        return attempts != null && attempts.matches("[0-9]{1,9}") ? Integer.parseInt(attempts) : 0;
    }

    /** The topic of the fact, also when it is a replay. */
    String topic() {
        return Replays.topicOf(from.getTopic());
    }

    String keyText() {
        byte[] key = keyBytes();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    byte @Nullable [] keyBytes() {
        if (from.getKey() == null) {
            return null;
        }
        return from.getKey() instanceof byte[] bytes
                ? bytes
                : from.getKey().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The headers of the fact, without those of a replay. */
    List<DeadLetter.Header> headers() {
        return StreamSupport.stream(from.getHeaders().spliterator(), false)
                .filter(header -> !Replays.isHeader(header.key()) && header.value() != null)
                .map(header -> new DeadLetter.Header(header.key(), header.value()))
                .toList();
    }

    @Nullable String header(String name) {
        Header header = from.getHeaders().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
