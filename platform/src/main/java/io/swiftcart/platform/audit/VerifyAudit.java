package io.swiftcart.platform.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.audit.AuditRepository.Head;
import io.swiftcart.platform.audit.AuditRepository.Link;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recomputes the chain from its beginning and compares. */
@ApplicationScoped
class VerifyAudit implements Invariant {
    private static final int BATCH = 1_000;

    /** Longer than the background takes. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final AuditRepository audit;
    private final Clock clock;
    private final String service;

    VerifyAudit(
            AuditRepository audit,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.audit = audit;
        this.clock = clock;
        this.service = service;
    }

    /** How far the chain was followed, and what was found on the way. */
    private static final class Walk {
        private final List<String> violations = new ArrayList<>();
        private long links;
        private long position;
        private byte[] hash = Head.NONE.hash();

        /** After a break the stored hash counts, so that one break is one finding. */
        private void take(Link link, String service) {
            if (link.position() != position + 1) {
                violations.add(
                        "audit of %s: entries %d to %d are missing"
                                .formatted(service, position + 1, link.position() - 1));
            } else if (link.entry() == null) {
                violations.add(
                        "audit of %s: entry %s (%d) was taken away"
                                .formatted(service, link.linkedId(), link.position()));
            } else if (!MessageDigest.isEqual(
                    link.hash(), link.entry().chainedTo(hash, link.position()))) {
                violations.add(
                        "audit of %s: entry %s (%d) was changed"
                                .formatted(service, link.linkedId(), link.position()));
            }
            links++;
            position = link.position();
            hash = link.hash();
        }
    }

    @Override
    public String id() {
        return "I13";
    }

    /** The figure counts the links of the chain. */
    @Override
    public Uni<Finding> check() {
        return now().map(report -> new Finding(report.entries(), report.violations()));
    }

    Uni<AuditReport> now() {
        Walk walk = new Walk();
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                audit.links(walk.position, BATCH)
                                        .invoke(
                                                links ->
                                                        links.forEach(
                                                                link -> walk.take(link, service))))
                .whilst(links -> links.size() == BATCH)
                .collect()
                .last()
                .chain(() -> audit.forgotten(clock.instant().minus(GRACE)))
                .map(forgotten -> report(walk, forgotten));
    }

    private AuditReport report(Walk walk, long forgotten) {
        if (forgotten > 0) {
            walk.violations.add(
                    "audit of %s: %d entries are not chained after a minute"
                            .formatted(service, forgotten));
        }
        return new AuditReport(
                service,
                walk.links,
                walk.violations.isEmpty(),
                HexFormat.of().formatHex(walk.hash),
                List.copyOf(walk.violations));
    }
}
