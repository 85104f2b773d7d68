package io.swiftcart.platform.audit;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.id.Ids;
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
            insert into audit_entry (entry_id, actor, action, subject, reason, correlation_id, occurred_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes down a deed in its own transaction: done and written down, or neither.
     *
     * @param actor id of the caller
     * @param action what was done, e.g. {@code saga.retry}
     * @param subject id of the thing it was done to
     * @param reason in the actor's words
     */
    public Uni<Void> add(SqlClient tx, String actor, String action, String subject, String reason) {
        return tx.preparedQuery(ADD)
                .execute(
                        Tuple.tuple()
                                .addUUID(Ids.next())
                                .addString(actor)
                                .addString(action)
                                .addString(subject)
                                .addString(reason)
                                .addString(Correlation.current())
                                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
