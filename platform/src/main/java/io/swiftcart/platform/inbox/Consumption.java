package io.swiftcart.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.correlation.SpanForm;
import io.swiftcart.platform.correlation.Spans;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.platform.problem.Faults;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** How every listener works off a fact, so that a listener itself is one line. */
@ApplicationScoped
public class Consumption {
    private static final Logger LOG = Logger.getLogger(Consumption.class);
    private static final String CONSUMED = "swiftcart.facts.consumed";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** No try begins later; together with the last one it stays below the 10 s agreed. */
    private static final Duration TRYING = Duration.ofSeconds(8);

    private final ObjectMapper tolerant;
    private final Running running;
    private final Burial burial;
    private final MeterRegistry meters;
    private final Spans spans;

    Consumption(
            ObjectMapper strict,
            Running running,
            Burial burial,
            MeterRegistry meters,
            Spans spans) {
        this.running = running;
        this.burial = burial;
        this.meters = meters;
        this.spans = spans;
        this.tolerant = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** As the other form, for a topic without tombstones: they are acknowledged and passed over. */
    public <T> Uni<Void> of(
            Message<byte[]> message, Class<T> type, Function<T, Uni<Void>> useCase) {
        return of(message, type, useCase, _ -> Uni.createFrom().voidItem());
    }

    /**
     * Parses the fact and runs the use case under the fact's correlation id, then acknowledges. A
     * tombstone goes to {@code onTombstone} with its key.
     *
     * <p>A fact that cannot be parsed goes to the dead letters at once. A use case that fails is
     * tried again with growing pauses, then the fact goes to the dead letters. While a store is
     * away the fact waits, for up to a day. A replay that is meant for another consumer is passed
     * over. Delivery is at least once: the use case claims the event id in {@link Inbox}.
     */
    public <T> Uni<Void> of(
            Message<byte[]> message,
            Class<T> type,
            Function<T, Uni<Void>> useCase,
            Function<String, Uni<Void>> onTombstone) {
        Received received = Received.of(message);
        if (received.isForAnother(burial.consumer())) {
            return Uni.createFrom().completionStage(message::ack);
        }
        return spans.in(
                SpanForm.consuming(received.topic(), burial.consumer()),
                received.header(Correlation.KAFKA_HEADER),
                received.header(Correlation.TRACEPARENT),
                () -> timed(received, () -> effect(received, type, useCase, onTombstone)));
    }

    private Uni<Void> timed(Received received, Supplier<Uni<Outcome>> effect) {
        Timer.Sample sample = Timer.start(meters);
        return effect.get()
                .invoke(outcome -> sample.stop(timer(received, outcome)))
                .replaceWithVoid();
    }

    private enum Outcome {
        DONE,
        DEAD
    }

    private Timer timer(Received received, Outcome outcome) {
        return meters.timer(
                CONSUMED,
                "topic",
                received.topic(),
                "outcome",
                outcome.name().toLowerCase(Locale.ROOT));
    }

    private <T> Uni<Outcome> effect(
            Received received,
            Class<T> type,
            Function<T, Uni<Void>> useCase,
            Function<String, Uni<Void>> onTombstone) {
        byte[] payload = received.message().getPayload();
        if (payload == null) {
            return workOff(received, "tombstone", () -> onTombstone.apply(received.keyText()));
        }
        T fact;
        try {
            fact = read(payload, type);
        } catch (IOException e) {
            LOG.errorf(
                    "A %s cannot be read and goes to the dead letters: %s",
                    type.getSimpleName(), e.getMessage());
            return burial.of(received, e, 1).replaceWith(Outcome.DEAD);
        }
        return workOff(received, type.getSimpleName(), () -> useCase.apply(fact));
    }

    private Uni<Outcome> workOff(Received received, String name, Supplier<Uni<Void>> work) {
        AtomicInteger attempts = new AtomicInteger();
        Uni<Void> attempt =
                Uni.createFrom()
                        .deferred(work::get)
                        .onSubscription()
                        .invoke(attempts::incrementAndGet)
                        .runSubscriptionOn(hereAndNow());
        return Uni.createFrom()
                .deferred(() -> persistently(attempt))
                .onFailure(Faults::away)
                .invoke(failure -> tellWaiting(name, failure))
                .onFailure(Faults::away)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onItemOrFailure()
                .transformToUni(
                        (done, failure) ->
                                failure == null
                                        ? Uni.createFrom()
                                                .completionStage(received.message()::ack)
                                                .replaceWith(Outcome.DONE)
                                        : giveUp(received, name, failure, attempts.get()));
    }

    private <T> T read(byte[] payload, Class<T> type) throws IOException {
        T fact = tolerant.readValue(payload, type);
        if (fact == null) {
            throw MismatchedInputException.from(null, type, "null is no fact");
        }
        return fact;
    }

    /** At shutdown the pool closes before the consumer; the fact comes again after the start. */
    private void tellWaiting(String name, Throwable failure) {
        if (running.now()) {
            LOG.warnf("A %s waits, a part is away: %s", name, failure);
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

    private Uni<Outcome> giveUp(Received received, String name, Throwable failure, int attempts) {
        LOG.error("A " + name + " cannot be worked off and goes to the dead letters", failure);
        return burial.of(received, failure, attempts).replaceWith(Outcome.DEAD);
    }
}
