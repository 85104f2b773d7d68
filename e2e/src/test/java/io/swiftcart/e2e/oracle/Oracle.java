package io.swiftcart.e2e.oracle;

import static org.awaitility.Awaitility.await;

import io.swiftcart.e2e.Shop;
import io.swiftcart.e2e.load.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Tells whether a shop has kept every invariant, once it is left in peace. The figures are those of
 * all orders since it was opened, so nothing that an earlier scenario has broken gets lost.
 */
public final class Oracle {
    /** I5: every order has ended so long after the faults stopped. */
    private static final Duration COMES_TO_REST = Duration.ofSeconds(60);

    private static final Duration EVERY = Duration.ofMillis(500);

    private final Survey survey;
    private final Set<String> told = new HashSet<>();
    private boolean crashes;

    public Oracle(Shop shop) {
        this.survey = new Survey(shop.run());
    }

    /** From now on a mail may have been sent just before its sender was killed. */
    public void forgiveMailsTwice() {
        crashes = true;
    }

    /** Waits until nothing moves, at most a minute; what still moves then. */
    public List<String> rest() {
        AtomicReference<List<String>> unrest = new AtomicReference<>(List.of("never looked"));
        try {
            await().atMost(COMES_TO_REST)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(EVERY)
                    .ignoreExceptions()
                    .until(
                            () -> {
                                unrest.set(survey.unrest());
                                return unrest.get().isEmpty();
                            });
        } catch (ConditionTimeoutException late) {
            return unrest.get();
        }
        return List.of();
    }

    /**
     * Waits for rest, then fails with a sentence for each thing that is wrong and was not told
     * before, so that each scenario answers for itself.
     */
    public void judge(Journal journal) {
        Instant left = Instant.now();
        List<String> unrest = rest();
        Duration rested = Duration.between(left, Instant.now());
        Figures figures = survey.figures(journal, unrest, crashes);
        System.out.printf(
                "Oracle: at rest after %d ms; %s; answers %s%n",
                rested.toMillis(), figures.summary(), journal.answers());
        List<String> broken = Verdict.on(figures).stream().filter(told::add).toList();
        if (!broken.isEmpty()) {
            throw new AssertionError("The shop broke its word:\n" + String.join("\n", broken));
        }
    }

    /**
     * How many orders of these keys have ended in each status; those that left their key free do
     * not count, since the client tried again.
     */
    public Map<String, Long> ends(Set<String> keys) {
        return survey.figures(new Journal(), List.of(), crashes).orders().stream()
                .filter(order -> keys.contains(order.key()) && !order.leftTheKeyFree())
                .collect(
                        Collectors.groupingBy(
                                Figures.Order::status, TreeMap::new, Collectors.counting()));
    }

    /** All that is kept about orders, payments, stock and mails, to compare with itself later. */
    public Object state() {
        Figures figures = survey.figures(new Journal(), List.of(), crashes);
        return List.of(
                sorted(figures.orders()),
                sorted(figures.history()),
                sorted(figures.charges()),
                sorted(figures.payments()),
                sorted(figures.stock()),
                sorted(figures.holds()),
                figures.mails());
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream().map(Object::toString).sorted().toList();
    }
}
