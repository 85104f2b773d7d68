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
import org.jboss.logging.Logger;

/** Asks every rule of this service, one after the other: a report must not crowd out orders. */
@ApplicationScoped
public class EvaluateInvariants {
    private static final Logger LOG = Logger.getLogger(EvaluateInvariants.class);

    private final List<Invariant> invariants;
    private final InvariantGauges gauges;
    private final Clock clock;
    private final Running running;

    EvaluateInvariants(
            Instance<Invariant> invariants, InvariantGauges gauges, Clock clock, Running running) {
        this.invariants = invariants.stream().toList();
        this.gauges = gauges;
        this.clock = clock;
        this.running = running;
    }

    /** Fails when a rule cannot be looked at: half a report would pass for a whole one. */
    public Uni<InvariantsView> now() {
        Instant began = clock.instant();
        SortedMap<String, Finding> findings = new TreeMap<>();
        return Multi.createFrom()
                .iterable(invariants)
                .onItem()
                .transformToUniAndConcatenate(
                        invariant ->
                                invariant
                                        .check()
                                        .invoke(
                                                found ->
                                                        findings.merge(
                                                                invariant.id(),
                                                                found,
                                                                Finding::and)))
                .collect()
                .last()
                .invoke(() -> findings.forEach(gauges::note))
                .map(_ -> InvariantsView.of(began, findings));
    }

    @Scheduled(
            every = "${swiftcart.invariants.every:60s}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return now().invoke(this::tell)
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
