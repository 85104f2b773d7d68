package io.swiftcart.inventory.reserving;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.inventory.reserving.HoldRepository.Standing;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds stock for one order, all lines or none. Idempotent by order id. */
@ApplicationScoped
class ReserveStock {
    /** How often to try again when nothing was taken and yet nothing is found to be short. */
    private static final int ATTEMPTS_MAX = 5;

    private final HoldRepository holds;
    private final StockLedger ledger;
    private final AvailabilityHint hint;
    private final MeterRegistry metrics;

    /** What is asked for, with its sorted lines. */
    record Wish(OrderId order, Lines lines, Duration ttl) {}

    ReserveStock(
            HoldRepository holds,
            StockLedger ledger,
            AvailabilityHint hint,
            MeterRegistry metrics) {
        this.holds = holds;
        this.ledger = ledger;
        this.hint = hint;
        this.metrics = metrics;
    }

    Uni<ReserveOutcome> with(ReserveRequest request) {
        Wish wish = new Wish(new OrderId(request.orderId()), request.lines(), request.ttl());
        return hint.recall(List.of(wish.lines().skus()))
                .map(known -> probablyShort(wish.lines(), known))
                .chain(isShort -> isShort ? look(wish, ATTEMPTS_MAX) : hold(wish, ATTEMPTS_MAX))
                .invoke(this::count);
    }

    private Uni<ReserveOutcome> hold(Wish wish, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom().failure(unsettled());
        }
        Instant expiresAt = ledger.now().plus(wish.ttl());
        return holds.hold(wish.order(), wish.lines(), expiresAt)
                .chain(
                        taken ->
                                taken.isEmpty()
                                        ? look(wish, attemptsLeft - 1)
                                        : held(wish, expiresAt, taken));
    }

    private Uni<ReserveOutcome> held(Wish wish, Instant expiresAt, List<StockLevel> taken) {
        Reservation reservation =
                new Reservation(wish.order(), Reservation.Status.HELD, wish.lines(), expiresAt);
        return hint.remember(taken).replaceWith(new ReserveOutcome.Reserved(reservation));
    }

    /**
     * Why nothing was taken. A reservation that stands comes first: the stock may be gone because
     * the order has it.
     */
    private Uni<ReserveOutcome> look(Wish wish, int attemptsLeft) {
        return holds.look(wish.order(), wish.lines())
                .chain(standing -> explain(wish, standing, attemptsLeft));
    }

    private Uni<ReserveOutcome> explain(Wish wish, Standing standing, int attemptsLeft) {
        if (standing.reservation().isPresent()) {
            return Uni.createFrom().item(standing.reservation().get().answerTo(wish.lines()));
        }
        if (standing.shortages().isEmpty()) {
            return hold(wish, attemptsLeft);
        }
        return holds.tellRefusal(wish.order(), standing.shortages())
                .replaceWith(new ReserveOutcome.Refused(standing.shortages()));
    }

    private void count(ReserveOutcome outcome) {
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("swiftcart_inventory_reservations", "outcome", name).increment();
    }

    private static boolean probablyShort(Lines lines, Map<String, Integer> known) {
        return lines.all().stream()
                .anyMatch(line -> known.getOrDefault(line.sku(), line.qty()) < line.qty());
    }

    private static Problem unsettled() {
        return new Problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "The stock is changing too fast; nothing was reserved.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
