package io.swiftcart.platform.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The relay's side of the outbox table. Rows are claimed by being there, never by a high-water
 * mark: a transaction that commits late with a low {@code seq} is seen by the next read.
 */
@ApplicationScoped
class OutboxRepository {
    /** Any constant that nothing else in the database locks. */
    private static final long RELAY_LOCK = 0x5357_4946_5443_5254L;

    /**
     * The database ends a leader it no longer hears: behind a broken network that cannot. The
     * leader only deletes what is published, and waits for no flush: a deletion that a crash undoes
     * publishes the same fact again.
     */
    private static final String TRY_LEAD =
            """
            select pg_try_advisory_lock($1) as leading, set_config('idle_session_timeout', $2, false),
                   set_config('synchronous_commit', 'off', false)
            """;

    private static final String UNLOCK =
            """
            select pg_advisory_unlock_all(), set_config('idle_session_timeout', '0', false),
                   set_config('synchronous_commit', null, false)
            """;
    private static final String NEXT =
            """
            select seq, aggregatetype, aggregateid, payload, headers from outbox
            where not (aggregateid = any($1)) order by seq limit $2
            """;
    private static final String BEAT = "select 1";
    private static final String DELETE = "delete from outbox where seq = any($1)";

    private static final String WAITING =
            """
            select count(*) as total, (select created_at from outbox order by seq limit 1) as since
            from outbox
            """;

    /** How often a session is heard of within the time of silence that would end it. */
    private static final int BEATS = 3;

    private final Database database;
    private final Duration silence;

    /** How many facts wait, and since when the oldest does. */
    record Waiting(long rows, @Nullable Instant since) {
        static final Waiting NONE = new Waiting(0, null);

        private static Waiting of(Row row) {
            OffsetDateTime since = row.getOffsetDateTime("since");
            return new Waiting(row.getLong("total"), since == null ? null : since.toInstant());
        }
    }

    OutboxRepository(
            Database database,
            @ConfigProperty(name = "swiftcart.database.silence") Duration silence) {
        this.database = database;
        this.silence = silence;
    }

    Uni<SqlConnection> connect() {
        return database.pool().getConnection();
    }

    /**
     * Takes the lock that one session of the database can hold; it is given up when the session
     * ends, and the session ends when nothing is heard of it. Of no use to whoever does not get the
     * lock: {@link #release} it.
     */
    Uni<Boolean> tryLead(SqlConnection session) {
        return session.preparedQuery(TRY_LEAD)
                .execute(Tuple.of(RELAY_LOCK, Long.toString(silence.toMillis())))
                .map(rows -> rows.iterator().next().getBoolean("leading"));
    }

    /**
     * Gives the lock up and the session back: a pooled session goes on living, and would keep the
     * lock with it.
     */
    Uni<Void> release(SqlConnection session) {
        return session.query(UNLOCK).execute().onFailure().recoverWithNull().chain(session::close);
    }

    /**
     * Lets both ends hear of the session while it has nothing else to do, until the caller cancels.
     * Fails when the session is dead; never gives an item.
     */
    Uni<Void> keepAlive(SqlConnection session) {
        Duration beat = silence.dividedBy(BEATS);
        return Multi.createFrom()
                .ticks()
                .startingAfter(beat)
                .every(beat)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> session.query(BEAT).execute())
                .onItem()
                .ignoreAsUni();
    }

    Uni<List<OutboxRow>> next(SqlConnection session, Collection<String> exceptKeys, int most) {
        return session.preparedQuery(NEXT)
                .execute(Tuple.of(exceptKeys.toArray(String[]::new), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(OutboxRow::from)
                                        .toList());
    }

    Uni<Waiting> waiting() {
        return database.pool()
                .query(WAITING)
                .execute()
                .map(rows -> Waiting.of(rows.iterator().next()));
    }

    Uni<Void> delete(SqlConnection session, Collection<Long> published) {
        if (published.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.preparedQuery(DELETE)
                .execute(Tuple.of(published.toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
