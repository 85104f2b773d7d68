package io.swiftcart.platform.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.audit.AuditRepository.Head;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Chains new entries to those before, one replica at a time. The log names each new head: whoever
 * cuts the end of the chain off cannot take it out of the logs.
 */
@ApplicationScoped
class LinkEntries {
    private static final Logger LOG = Logger.getLogger(LinkEntries.class);
    private static final int BATCH = 500;

    private final Database database;
    private final AuditRepository audit;
    private final Clock clock;

    LinkEntries(Database database, AuditRepository audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(
            every = "${swiftcart.audit.link-every:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> all() {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(this::batch))
                .whilst(done -> done == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch(SqlConnection tx) {
        return audit.lead(tx).chain(leading -> leading ? linkNext(tx) : Uni.createFrom().item(0));
    }

    private Uni<Integer> linkNext(SqlConnection tx) {
        return audit.head(tx)
                .chain(
                        head ->
                                audit.unlinked(tx, head, BATCH)
                                        .call(entries -> link(tx, head, entries)))
                .map(List::size);
    }

    private Uni<Void> link(SqlConnection tx, Head head, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<byte[]> hashes = new ArrayList<>();
        byte[] last = head.hash();
        for (Entry entry : entries) {
            last = entry.chainedTo(last, head.position() + hashes.size() + 1);
            hashes.add(last);
        }
        LOG.infof(
                "The audit trail has %d entries, the last under hash %s",
                head.position() + hashes.size(), HexFormat.of().formatHex(last));
        return audit.link(tx, head.position(), entries, hashes, clock.instant());
    }
}
