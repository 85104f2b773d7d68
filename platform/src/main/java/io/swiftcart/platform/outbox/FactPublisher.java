package io.swiftcart.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.correlation.OpenSpan;
import io.swiftcart.platform.correlation.SpanForm;
import io.swiftcart.platform.correlation.Spans;
import io.swiftcart.platform.lifecycle.Running;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows of the outbox to Kafka: keys side by side, the facts of one key one after the other.
 */
@ApplicationScoped
class FactPublisher {
    private static final Logger LOG = Logger.getLogger(FactPublisher.class);

    private static final String PUBLISHED = "swiftcart.facts.published";

    /** More than a batch of the relay, so that an emission never overflows. */
    private static final int BUFFERED_MAX = 1024;

    private final MutinyEmitter<Record<String, byte[]>> channel;
    private final Running running;
    private final MeterRegistry meters;
    private final Spans spans;

    /**
     * What the broker has acknowledged, the keys it went through with, and those at which it
     * stopped.
     */
    record Published(List<Long> seqs, List<String> sentKeys, List<String> failedKeys) {
        static final Published NONE = new Published(List.of(), List.of(), List.of());
    }

    FactPublisher(
            @Channel("outbox")
                    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFERED_MAX)
                    MutinyEmitter<Record<String, byte[]>> channel,
            Running running,
            MeterRegistry meters,
            Spans spans) {
        this.channel = channel;
        this.running = running;
        this.meters = meters;
        this.spans = spans;
    }

    /**
     * Publishes what it can; a row that cannot be sent stops only the later rows of its own key.
     */
    Uni<Published> publish(List<OutboxRow> rows) {
        Map<String, List<OutboxRow>> byKey =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        OutboxRow::key, LinkedHashMap::new, Collectors.toList()));
        Published published =
                new Published(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        return Multi.createFrom()
                .iterable(byKey.values())
                .onItem()
                .transformToUni(rowsOfKey -> publishKey(rowsOfKey, published))
                .merge(byKey.size() + 1)
                .collect()
                .last()
                .replaceWith(published);
    }

    private Uni<Void> publishKey(Collection<OutboxRow> rowsOfKey, Published published) {
        String key = rowsOfKey.iterator().next().key();
        return Multi.createFrom()
                .iterable(rowsOfKey)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> send(row).invoke(() -> note(published.seqs(), row.seq())))
                .collect()
                .last()
                .invoke(() -> note(published.sentKeys(), key))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> stop(key, failure, published));
    }

    private @Nullable Void stop(String key, Throwable failure, Published published) {
        if (running.now()) {
            LOG.warnf("The facts of key %s wait in the outbox: %s", key, failure);
        }
        note(published.failedKeys(), key);
        return null;
    }

    /** Acknowledgements arrive on the producer's thread. */
    private static <T> void note(List<T> list, T entry) {
        synchronized (list) {
            list.add(entry);
        }
    }

    private Uni<OutboxRow> send(OutboxRow row) {
        byte[] payload =
                row.payload() == null ? null : row.payload().getBytes(StandardCharsets.UTF_8);
        OpenSpan span =
                spans.begin(
                        SpanForm.sending(row.topic()),
                        row.headers().getString(Correlation.TRACEPARENT));
        OutgoingKafkaRecordMetadata<String> to =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(row.topic())
                        .withHeaders(headers(row, span))
                        .build();
        return channel.sendMessage(Message.of(Record.of(row.key(), payload)).addMetadata(to))
                .invoke(() -> meters.counter(PUBLISHED, "topic", row.topic()).increment())
                .onTermination()
                .invoke((_, failure, _) -> span.end(failure))
                .replaceWith(row);
    }

    /** As they are stored, but whoever reads the fact goes on from its sending. */
    private static Headers headers(OutboxRow row, OpenSpan span) {
        RecordHeaders headers = new RecordHeaders();
        row.headers().forEach(header -> headers.add(header.getKey(), bytes(header.getValue())));
        String traceparent = span.traceparent();
        if (traceparent != null) {
            headers.remove(Correlation.TRACEPARENT);
            headers.add(Correlation.TRACEPARENT, bytes(traceparent));
        }
        return headers;
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
