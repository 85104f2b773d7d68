package io.swiftcart.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Remembers which facts a consumer has worked off, in the same transaction as their effect. */
@ApplicationScoped
public class Inbox {
    /**
     * For an effect that is one statement: begins it with the claim of event {@code $2} for
     * consumer {@code $1}. {@code fresh} has one row, or none when the fact has been worked off
     * before; the effect hangs on it.
     */
    public static final String WITH_FRESH =
            """
            with fresh as (
                insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id)
            """;

    private static final String CLAIM =
            "insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing";
    private static final String FORGET =
            "delete from inbox where seen_at < now() - make_interval(days => $1)";

    /** Longer than a dead letter is kept, which may be replayed on its last day. */
    private static final int RETENTION_DAYS = 40;

    private final Database database;

    Inbox(Database database) {
        this.database = database;
    }

    /**
     * Claims a fact for a consumer within the transaction of {@code tx}; false when it has been
     * worked off before. Two deliveries at once wait for each other here, so the effect happens
     * once.
     */
    public Uni<Boolean> claim(SqlClient tx, String consumer, UUID eventId) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(consumer, eventId))
                .map(result -> result.rowCount() == 1);
    }

    @Scheduled(every = "${swiftcart.inbox.clean-up:1h}", delayed = "1m")
    Uni<Void> forgetOld() {
        return database.pool()
                .preparedQuery(FORGET)
                .execute(Tuple.of(RETENTION_DAYS))
                .replaceWithVoid();
    }
}
