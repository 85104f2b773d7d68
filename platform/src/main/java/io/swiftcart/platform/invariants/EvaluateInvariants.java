package io.swiftcart.platform.invariants;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.lifecycle.Running;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks every rule of this service, one after the other: a report must not crowd out orders. */
@ApplicationScoped
public class EvaluateInvariants {
    private static final Logger LOG = Logger.getLogger(EvaluateInvariants.class);

    private final SortedMap<String, List<Invariant>> invariants;
    private final InvariantGauges gauges;
    private final Clock clock;
    private final Running running;

    EvaluateInvariants(
            Instance<Invariant> invariants, InvariantGauges gauges, Clock clock, Running running) {
        this.invariants =
                invariants.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Invariant::id, TreeMap::new, Collectors.toList()));
        this.gauges = gauges;
        this.clock = clock;
        this.running = running;
    }

    /**
     * Fails when a rule cannot be looked at, for half a report would pass for a whole one; the
     * others are looked at all the same, and their gauges are right.
     */
    public Uni<InvariantsView> now() {
        return evaluate(Invariant::check, gauges::noteAll);
    }

    private Uni<InvariantsView> evaluate(
            Function<Invariant, Uni<Finding>> how, BiConsumer<String, Finding> note) {
        Instant began = clock.instant();
        SortedMap<String, Finding> findings = new TreeMap<>();
        return Multi.createFrom()
                .iterable(invariants.entrySet())
                .onItem()
                .transformToUni(
                        rules ->
                                check(rules.getValue(), how)
                                        .invoke(found -> findings.put(rules.getKey(), found))
                                        .invoke(found -> note.accept(rules.getKey(), found))
                                        .onFailure()
                                        .invoke(() -> gauges.forget(rules.getKey())))
                .collectFailures()
                .concatenate()
                .collect()
                .last()
                .map(_ -> InvariantsView.of(began, findings));
    }

    /** All rules of one id, added up. */
    private static Uni<Finding> check(
            List<Invariant> rules, Function<Invariant, Uni<Finding>> how) {
        return Multi.createFrom()
                .iterable(rules)
                .onItem()
                .transformToUniAndConcatenate(how::apply)
                .collect()
                .with(Collectors.reducing(new Finding(0, List.of()), Finding::and));
    }

    @Scheduled(
            every = "${swiftcart.invariants.every:60s}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return told(evaluate(Invariant::checkLately, gauges::noteLately));
    }

    /** What is old is not left out for ever. */
    @Scheduled(
            every = "${swiftcart.invariants.all-every:1h}",
            delayed = "${swiftcart.invariants.all-every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> lookAtAll() {
        return told(now());
    }

    private Uni<Void> told(Uni<InvariantsView> report) {
        return report.invoke(this::tell)
                .onFailure()
                .invoke(this::tellBlind)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void tell(InvariantsView report) {
        report.invariants().stream()
                .filter(invariant -> !invariant.holds())
                .forEach(
                        invariant ->
                                LOG.errorf(
                                        "%s does not hold: %s",
                                        invariant.id(), invariant.violations()));
    }

    private void tellBlind(Throwable failure) {
        if (running.now()) {
            LOG.warnf("The invariants cannot be looked at: %s", failure);
        }
    }
}
