package io.swiftcart.platform.audit;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.id.Ids;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** What people with special rights did. Entries are never changed or deleted. */
@ApplicationScoped
public class Audit {
    private static final String ADD =
            """
            insert into audit_entry (entry_id, actor, action, subject, reason, correlation_id, origin, occurred_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final Clock clock;

    /** A request of an operator, of which it is not known yet what becomes of it. */
    record Request(
            String actor,
            String action,
            String subject,
            String reason,
            String correlationId,
            String origin) {}

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes down a deed in its own transaction: done and written down, or neither. The request it
     * came with has an entry of its own, under the same correlation id.
     *
     * @param actor id of the caller
     * @param action what was done, e.g. {@code saga.retry}
     * @param subject id of the thing it was done to
     * @param reason in the actor's words
     */
    public Uni<Void> add(SqlClient tx, String actor, String action, String subject, String reason) {
        Request deed = new Request(actor, action, subject, reason, Correlation.current(), "");
        return tx.preparedQuery(ADD).execute(row(deed)).replaceWithVoid();
    }

    /** For the filter, which waits on the event loop's own terms. */
    Future<?> request(Pool pool, Request request) {
        return pool.getDelegate().preparedQuery(ADD).execute(row(request).getDelegate());
    }

    private Tuple row(Request entry) {
        return Tuple.tuple()
                .addUUID(Ids.next())
                .addString(entry.actor())
                .addString(entry.action())
                .addString(entry.subject())
                .addString(entry.reason())
                .addString(entry.correlationId())
                .addString(entry.origin())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
    }
}
