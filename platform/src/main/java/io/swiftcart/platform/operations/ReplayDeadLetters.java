package io.swiftcart.platform.operations;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.deadletters.DeadLetter;
import io.swiftcart.platform.deadletters.DeadLetters;
import io.swiftcart.platform.deadletters.DeadLetters.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters to their consumers again, the oldest first. Doing it twice is harmless: the
 * inbox knows what was worked off.
 */
@ApplicationScoped
class ReplayDeadLetters {
    private static final Logger LOG = Logger.getLogger(ReplayDeadLetters.class);
    private static final int BATCH = 200;

    /** No batch begins later, so that the answer comes before the gateway gives up. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final DeadLetters letters;
    private final ReplayPublisher publisher;
    private final Clock clock;

    ReplayDeadLetters(DeadLetters letters, ReplayPublisher publisher, Clock clock) {
        this.letters = letters;
        this.publisher = publisher;
        this.clock = clock;
    }

    Uni<ReplayView> by(ReplayRequest request) {
        Filter filter = request.filter();
        return letters.count(filter)
                .chain(
                        matched ->
                                replayed(request, filter)
                                        .map(
                                                replayed ->
                                                        new ReplayView(
                                                                matched,
                                                                replayed,
                                                                request.isDry())));
    }

    private Uni<Long> replayed(ReplayRequest request, Filter filter) {
        return request.isDry() ? Uni.createFrom().item(0L) : replayAll(filter);
    }

    /** Batch after batch until none is left; a letter that dies again meanwhile is a new one. */
    private Uni<Long> replayAll(Filter filter) {
        Instant end = clock.instant().plus(BUDGET);
        AtomicReference<@Nullable UUID> last = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> letters.next(filter, last.get(), BATCH).call(this::replayBatch))
                .whilst(
                        batch -> {
                            if (!batch.isEmpty()) {
                                last.set(batch.getLast().id());
                            }
                            return batch.size() == BATCH && clock.instant().isBefore(end);
                        })
                .map(batch -> (long) batch.size())
                .collect()
                .in(() -> new long[1], (sum, size) -> sum[0] += size)
                .map(sum -> sum[0])
                .invoke(replayed -> LOG.infof("%d dead letters are replayed", replayed));
    }

    /** One after the other: the facts of a key must keep their order. */
    private Uni<Void> replayBatch(List<DeadLetter> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(
                        letter ->
                                publisher
                                        .publish(letter)
                                        .chain(() -> letters.replayed(letter, clock.instant())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
