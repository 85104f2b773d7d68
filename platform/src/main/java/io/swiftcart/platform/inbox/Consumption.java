package io.swiftcart.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.platform.problem.Faults;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How every listener works off a fact, so that a listener itself is one line. */
@ApplicationScoped
public class Consumption {
    private static final Logger LOG = Logger.getLogger(Consumption.class);
    private static final String STACK_HASH = "dead-letter-stack-hash";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** No try begins later; together with the last one it stays below the 10 s agreed. */
    private static final Duration TRYING = Duration.ofSeconds(8);

    private final ObjectMapper tolerant;
    private final Running running;

    Consumption(ObjectMapper strict, Running running) {
        this.running = running;
        this.tolerant = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Parses the fact and runs the use case under the fact's correlation id, then acknowledges.
     *
     * <p>A fact that cannot be parsed goes to the dead letters at once. A use case that fails is
     * tried again with growing pauses, then the fact goes to the dead letters. While a store is
     * away the fact waits, for up to a day. Tombstones are acknowledged and passed over. Delivery
     * is at least once: the use case claims the event id in {@link Inbox}.
     */
    public <T> Uni<Void> of(
            Message<byte[]> message, Class<T> type, Function<T, Uni<Void>> useCase) {
        resume(message);
        byte[] payload = message.getPayload();
        if (payload == null) {
            return Uni.createFrom().completionStage(message::ack);
        }
        T fact;
        try {
            fact = read(payload, type);
        } catch (IOException e) {
            LOG.errorf(
                    "A %s cannot be read and goes to the dead letters: %s",
                    type.getSimpleName(), e.getMessage());
            return bury(message, e);
        }
        Uni<Void> attempt =
                Uni.createFrom()
                        .deferred(() -> useCase.apply(fact))
                        .runSubscriptionOn(hereAndNow());
        return Uni.createFrom()
                .deferred(() -> persistently(attempt))
                .onFailure(Faults::away)
                .invoke(failure -> tellWaiting(type, failure))
                .onFailure(Faults::away)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onItemOrFailure()
                .transformToUni((done, failure) -> settle(message, type, failure));
    }

    private <T> T read(byte[] payload, Class<T> type) throws IOException {
        T fact = tolerant.readValue(payload, type);
        if (fact == null) {
            throw MismatchedInputException.from(null, type, "null is no fact");
        }
        return fact;
    }

    /** At shutdown the pool closes before the consumer; the fact comes again after the start. */
    private void tellWaiting(Class<?> type, Throwable failure) {
        if (running.now()) {
            LOG.warnf("A %s waits, a part is away: %s", type.getSimpleName(), failure);
        }
    }

    private static Uni<Void> persistently(Uni<Void> attempt) {
        return attempt.onFailure(failure -> !Faults.away(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(TRYING.toMillis())
                .onFailure(IllegalStateException.class)
                .transform(Consumption::reason);
    }

    /** The library wraps the last failure, and its words would hide the reason. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapped =
                failure.getMessage() != null
                        && failure.getMessage().startsWith("Retries exhausted");
        return wrapped && cause != null ? cause : failure;
    }

    /**
     * The context of the message: a retry comes from a timer's thread, which knows neither the
     * correlation id nor the event loop of the database connections.
     */
    private static Executor hereAndNow() {
        Context context = Vertx.currentContext();
        return work -> {
            if (context == null || context == Vertx.currentContext()) {
                work.run();
            } else {
                context.runOnContext(_ -> work.run());
            }
        };
    }

    private static Uni<Void> settle(
            Message<byte[]> message, Class<?> type, @Nullable Throwable failure) {
        if (failure == null) {
            return Uni.createFrom().completionStage(message::ack);
        }
        LOG.error(
                "A " + type.getSimpleName() + " cannot be worked off and goes to the dead letters",
                failure);
        return bury(message, failure);
    }

    /** To the dead letters; the connector adds the reason, the source and the original headers. */
    private static Uni<Void> bury(Message<byte[]> message, Throwable failure) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(STACK_HASH, StackHash.of(failure).getBytes(StandardCharsets.US_ASCII));
        Metadata metadata =
                Metadata.of(OutgoingKafkaRecordMetadata.builder().withHeaders(headers).build());
        return Uni.createFrom().completionStage(() -> message.nack(failure, metadata));
    }

    private static void resume(Message<byte[]> message) {
        message.getMetadata(IncomingKafkaRecordMetadata.class)
                .ifPresent(
                        record ->
                                Correlation.begin(
                                        header(record, Correlation.KAFKA_HEADER),
                                        header(record, Correlation.TRACEPARENT)));
    }

    private static @Nullable String header(IncomingKafkaRecordMetadata<?, ?> record, String name) {
        Header header = record.getHeaders().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
