package io.swiftcart.platform.operations;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.swiftcart.platform.deadletters.DeadLetter;
import io.swiftcart.platform.deadletters.Replays;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Sends a dead letter to the replays of its topic, byte for byte, for its consumer alone. */
@ApplicationScoped
class ReplayPublisher {
    private static final Logger LOG = Logger.getLogger(ReplayPublisher.class);

    private final MutinyEmitter<Record<byte[], byte[]>> channel;

    ReplayPublisher(@Channel("replay") MutinyEmitter<Record<byte[], byte[]>> channel) {
        this.channel = channel;
    }

    /** Ends when the broker has it; a problem with status 503 when it does not take it. */
    Uni<Void> publish(DeadLetter letter) {
        OutgoingKafkaRecordMetadata<byte[]> to =
                OutgoingKafkaRecordMetadata.<byte[]>builder()
                        .withTopic(Replays.topicFor(letter.topic()))
                        .withHeaders(headers(letter))
                        .build();
        return channel.sendMessage(
                        Message.of(Record.of(letter.key(), letter.payload())).addMetadata(to))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s cannot be replayed: %s", letter, failure))
                .onFailure()
                .transform(_ -> away());
    }

    private static Problem away() {
        return new Problem(CommonProblem.SERVICE_UNAVAILABLE, "Kafka does not take the replay.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static Headers headers(DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach(header -> headers.add(header.name(), header.value()));
        headers.add(Replays.CONSUMER, bytes(letter.consumer()));
        headers.add(Replays.ATTEMPTS, bytes(Integer.toString(letter.attempts())));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
