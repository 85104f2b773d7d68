package io.swiftcart.inventory.reserving;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.reserving.HoldRepository.Held;
import io.swiftcart.inventory.reserving.StandingRepository.Standing;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Faults;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides a batch of orders, each in order of arrival on what the ones before it have left. One
 * statement holds all that can be held; a second one says why of the others.
 */
@ApplicationScoped
class DecideTogether {
    /** How often to try again when nothing was taken and yet nothing is found to be short. */
    private static final int ROUNDS_MAX = 5;

    private final HoldRepository holds;
    private final StandingRepository standings;
    private final AvailabilityHint hint;

    DecideTogether(HoldRepository holds, StandingRepository standings, AvailabilityHint hint) {
        this.holds = holds;
        this.standings = standings;
        this.hint = hint;
    }

    /**
     * Answers every ask; of several of one order those that came later are decided after the whole
     * batch. Fails only for what none of them is to blame for.
     */
    Uni<Void> with(List<Ask> asks) {
        // Facts about a SKU are of the batch; they go by the name of the first who asked.
        Correlation.begin(asks.getFirst().correlationId(), asks.getFirst().traceparent());
        Map<OrderId, Ask> first = new LinkedHashMap<>();
        List<Ask> repeats =
                asks.stream().filter(ask -> first.putIfAbsent(ask.order(), ask) != null).toList();
        List<Ask> each = List.copyOf(first.values());
        return hint.recall(skus(each))
                .chain(known -> decide(each, known))
                .chain(() -> repeats.isEmpty() ? Uni.createFrom().voidItem() : with(repeats));
    }

    private Uni<Void> decide(List<Ask> asks, Map<String, Integer> known) {
        return decide(
                asks.stream().filter(ask -> !isShort(ask, known)).toList(),
                asks.stream().filter(ask -> isShort(ask, known)).toList(),
                ROUNDS_MAX);
    }

    private Uni<Void> decide(List<Ask> toHold, List<Ask> toLook, int roundsLeft) {
        return apart(toHold, this::hold)
                .chain(unheld -> apart(joined(toLook, unheld), this::look))
                .chain(undecided -> again(undecided, roundsLeft - 1));
    }

    private Uni<Void> again(List<Ask> undecided, int roundsLeft) {
        if (undecided.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (roundsLeft == 0) {
            undecided.forEach(ask -> ask.failed(unsettled()));
            return Uni.createFrom().voidItem();
        }
        return decide(undecided, List.of(), roundsLeft);
    }

    /** Gives those that were not held. */
    private Uni<List<Ask>> hold(List<Ask> asks) {
        return holds.hold(asks)
                .call(held -> hint.remember(held.stock()))
                .map(held -> unheld(asks, held));
    }

    private static List<Ask> unheld(List<Ask> asks, Held held) {
        List<Ask> unheld = new ArrayList<>();
        for (Ask ask : asks) {
            if (held.orders().contains(ask.order())) {
                ask.decided(
                        new ReserveOutcome.Reserved(
                                new Reservation(
                                        ask.order(),
                                        Reservation.Status.HELD,
                                        ask.lines(),
                                        ask.expiresAt())));
            } else {
                unheld.add(ask);
            }
        }
        return unheld;
    }

    /** Gives those of which no reason is found why they were not held. */
    private Uni<List<Ask>> look(List<Ask> asks) {
        return standings
                .of(asks)
                .map(
                        found ->
                                IntStream.range(0, asks.size())
                                        .filter(i -> !explained(asks.get(i), found.get(i)))
                                        .mapToObj(asks::get)
                                        .toList());
    }

    /**
     * A reservation that stands comes first: the stock may be gone because the order has it. One
     * that is held and yet was not renewed is being ended at this moment.
     */
    private static boolean explained(Ask ask, Standing standing) {
        if (standing.reservation().isPresent()) {
            ReserveOutcome outcome = standing.reservation().get().answerTo(ask.lines());
            boolean ending =
                    outcome instanceof ReserveOutcome.Reserved(var reservation)
                            && reservation.status() == Reservation.Status.HELD
                            && !standing.renewed();
            if (!ending) {
                ask.decided(outcome);
            }
            return !ending;
        }
        if (standing.shortages().isEmpty()) {
            return false;
        }
        ask.decided(new ReserveOutcome.Refused(standing.shortages()));
        return true;
    }

    /**
     * Takes a step for all of them; when that fails and the database is there, for each half, so
     * that an order which cannot be decided fails alone.
     */
    private static Uni<List<Ask>> apart(List<Ask> asks, Function<List<Ask>, Uni<List<Ask>>> step) {
        if (asks.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return step.apply(asks).onFailure().recoverWithUni(failure -> halved(asks, step, failure));
    }

    private static Uni<List<Ask>> halved(
            List<Ask> asks, Function<List<Ask>, Uni<List<Ask>>> step, Throwable failure) {
        if (asks.size() == 1 || Faults.away(failure)) {
            asks.forEach(ask -> ask.failed(failure));
            return Uni.createFrom().item(List.of());
        }
        int half = asks.size() / 2;
        return apart(asks.subList(0, half), step)
                .chain(
                        left ->
                                apart(asks.subList(half, asks.size()), step)
                                        .map(right -> joined(left, right)));
    }

    private static List<Ask> joined(List<Ask> some, List<Ask> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static boolean isShort(Ask ask, Map<String, Integer> known) {
        return ask.lines().all().stream()
                .anyMatch(line -> known.getOrDefault(line.sku(), line.qty()) < line.qty());
    }

    private static Collection<String> skus(List<Ask> asks) {
        return asks.stream()
                .flatMap(ask -> Stream.of(ask.lines().skus()))
                .collect(Collectors.toSet());
    }

    private static Problem unsettled() {
        return new Problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "The stock is changing too fast; nothing was reserved.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
