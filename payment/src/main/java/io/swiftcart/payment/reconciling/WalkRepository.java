package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps where the walk stands. Each statement is a transaction of its own. */
@ApplicationScoped
class WalkRepository {

    private static final String TAKE =
            """
            update reconciliation
            set leased_until = $1::timestamptz + interval '1 minute',
                started_at = coalesce(started_at, $1), begins_at = coalesce(begins_at, $2)
            where leased_until < $1
            returning walk, started_at, begins_at, position, checked\
            """;
    private static final String GO_ON =
            """
            update reconciliation
            set position = $1, checked = checked + $2, leased_until = $3::timestamptz + interval '1 minute'
            where walk = $4 and position is not distinct from $5\
            """;
    private static final String LEAVE =
            "update reconciliation set leased_until = '-infinity' where walk = $1";

    private static final String END =
            """
            update reconciliation
            set walk = walk + 1, started_at = null, begins_at = null, position = null, checked = 0,
                last_ended_at = $2, last_checked = checked, leased_until = '-infinity'
            where walk = $1\
            """;

    /** Some at a time: a delete of a whole day would outlast the statement's limit. */
    private static final String FORGET =
            """
            delete from provider_charge where charge_id = any(array(
                select charge_id from provider_charge
                where created_at < $1::timestamptz - interval '1 day' order by created_at limit 5000))\
            """;

    private static final String AFRESH =
            "update reconciliation set position = null, leased_until = '-infinity' where walk = $1";

    /**
     * The walk to go on with, a new one if none is under way; empty while another replica walks.
     */
    Uni<Optional<Walk>> take(SqlClient client, Instant now, Duration window) {
        return client.preparedQuery(TAKE)
                .execute(Tuple.of(time(now), time(now.minus(window))))
                .map(WalkRepository::walk);
    }

    /** Notes that the walk has come to {@code next}; false when another replica has taken over. */
    Uni<Boolean> goOn(SqlClient client, Walk walk, @Nullable String next, int looked, Instant now) {
        return client.preparedQuery(GO_ON)
                .execute(Tuple.of(next, looked, time(now), walk.number(), walk.position()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Leaves the walk for the next round to go on. */
    Uni<Void> leave(SqlClient client, Walk walk) {
        return client.preparedQuery(LEAVE).execute(Tuple.of(walk.number())).replaceWithVoid();
    }

    /** Lets the walk begin again at the newest charge. */
    Uni<Void> beginAfresh(SqlClient client, Walk walk) {
        return client.preparedQuery(AFRESH).execute(Tuple.of(walk.number())).replaceWithVoid();
    }

    /** The walk is complete: its figures become those of the report. */
    Uni<Void> end(SqlClient client, Walk walk, Instant now) {
        return client.preparedQuery(END)
                .execute(Tuple.of(walk.number(), time(now)))
                .replaceWithVoid();
    }

    /**
     * Lets go of what the provider told a day before {@code beginsAt}, where a walk of now would
     * begin; at most 5,000 charges at once.
     */
    Uni<Void> forgetOld(SqlClient client, Instant beginsAt) {
        return client.preparedQuery(FORGET).execute(Tuple.of(time(beginsAt))).replaceWithVoid();
    }

    private static Optional<Walk> walk(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(
                new Walk(
                        row.getLong("walk"),
                        row.getOffsetDateTime("started_at").toInstant(),
                        row.getOffsetDateTime("begins_at").toInstant(),
                        row.getString("position"),
                        row.getLong("checked")));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
