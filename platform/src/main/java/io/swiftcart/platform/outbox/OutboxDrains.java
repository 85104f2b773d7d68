package io.swiftcart.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import io.swiftcart.platform.outbox.OutboxRepository.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A committed change becomes an event: none may lie in the outbox for long. */
@ApplicationScoped
class OutboxDrains implements Invariant {
    /** Longer than a key rests after a failure. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final OutboxRepository outbox;
    private final Clock clock;

    OutboxDrains(OutboxRepository outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "I8";
    }

    /** The figure counts the facts that wait. */
    @Override
    public Uni<Finding> check() {
        return outbox.waiting().map(this::judge);
    }

    private Finding judge(Waiting waiting) {
        Instant since = waiting.since();
        boolean late = since != null && since.plus(GRACE).isBefore(clock.instant());
        return new Finding(
                waiting.rows(),
                late
                        ? List.of(
                                waiting.rows()
                                        + " facts wait in the outbox, the oldest since "
                                        + since)
                        : List.of());
    }
}
