package io.swiftcart.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.deadletters.DeadLetter;
import io.swiftcart.platform.deadletters.DeadLetterStore;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Takes a fact that cannot be worked off out of the way: first a row that operators can read and
 * replay, then the topic {@code <topic>.dlq}, then consumption goes on. After a crash in between
 * the fact comes again, finds its row, and only goes to the topic. A service without a database
 * keeps no rows: its facts go to the topic alone.
 */
@ApplicationScoped
class Burial {
    private static final Logger LOG = Logger.getLogger(Burial.class);
    private static final String STACK_HASH = "dead-letter-stack-hash";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final int REASON_MAX = 2_000;

    private final Instance<DeadLetterStore> letters;
    private final Clock clock;
    private final String consumer;

    Burial(
            Instance<DeadLetterStore> letters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.letters = letters;
        this.clock = clock;
        this.consumer = consumer;
    }

    /** The name by which this service consumes. */
    String consumer() {
        return consumer;
    }

    /**
     * Buries a fact after {@code attempts} tries. Waits while the database is away; any other
     * hindrance leaves the fact to the topic alone, for what stands behind it must go on.
     */
    Uni<Void> of(Received fact, Throwable failure, int attempts) {
        DeadLetter letter = letter(fact, failure, attempts);
        return Uni.createFrom()
                .deferred(() -> keep(letter))
                .onFailure(Faults::away)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .invoke(e -> LOG.errorf(e, "%s is kept in its topic alone", letter))
                .onFailure()
                .recoverWithNull()
                .chain(() -> toTopic(fact, failure, letter.stackHash()));
    }

    private Uni<Void> keep(DeadLetter letter) {
        return letters.isResolvable() ? letters.get().keep(letter) : Uni.createFrom().voidItem();
    }

    private DeadLetter letter(Received fact, Throwable failure, int attempts) {
        return new DeadLetter(
                Ids.next(),
                fact.topic(),
                fact.from().getTopic(),
                fact.from().getPartition(),
                fact.from().getOffset(),
                fact.keyBytes(),
                consumer,
                storable(failure.getMessage() == null ? failure.toString() : failure.getMessage()),
                StackHash.of(failure),
                fact.headers(),
                fact.message().getPayload(),
                fact.formerAttempts() + attempts,
                clock.instant(),
                null,
                Correlation.current());
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String reason) {
        String text = reason.replace('\0', ' ');
        return text.length() <= REASON_MAX ? text : text.substring(0, REASON_MAX);
    }

    /** The connector adds the reason, the source and the original headers. */
    private static Uni<Void> toTopic(Received fact, Throwable failure, String stackHash) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(STACK_HASH, stackHash.getBytes(StandardCharsets.US_ASCII));
        Metadata metadata =
                Metadata.of(OutgoingKafkaRecordMetadata.builder().withHeaders(headers).build());
        return Uni.createFrom().completionStage(() -> fact.message().nack(failure, metadata));
    }
}
