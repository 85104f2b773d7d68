package io.swiftcart.platform.audit;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The entries and their chain. */
@ApplicationScoped
class AuditRepository {
    /** Any constant that nothing else in the database locks. */
    private static final long CHAIN_LOCK = 0x4155_4449_5443_484EL;

    /** No transaction is open for so long: what commits later than others is still seen. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int HASH_BYTES = 32;
    private static final String LEAD = "select pg_try_advisory_xact_lock($1) as leading";
    private static final String HEAD =
            "select position, hash, chained_at from audit_link order by position desc limit 1";
    private static final String UNLINKED =
            "select "
                    + Entry.COLUMNS
                    + """
                     from audit_entry e
                    where e.entry_id > $1 and not exists (select from audit_link l where l.entry_id = e.entry_id)
                    order by e.entry_id limit $2
                    """;
    private static final String LINK =
            """
            insert into audit_link (position, entry_id, hash, chained_at)
            select link.position, link.entry_id, link.hash, $4
            from unnest($1::bigint[], $2::uuid[], $3::bytea[]) as link (position, entry_id, hash)
            """;
    private static final String LINKS =
            "select l.position, l.hash, l.entry_id as linked_id, "
                    + Entry.COLUMNS
                    + """
                     from audit_link l left join audit_entry e on e.entry_id = l.entry_id
                    where l.position > $1 order by l.position limit $2
                    """;
    private static final String FORGOTTEN =
            """
            select count(*) as entries from audit_entry e
            where e.occurred_at < $1 and not exists (select from audit_link l where l.entry_id = e.entry_id)
            """;
    private static final String PAGE =
            "select "
                    + Entry.COLUMNS
                    + """
                     from audit_entry e
                    where ($1::uuid is null or e.entry_id < $1) and ($2::text is null or e.actor = $2)
                      and ($3::text is null or starts_with(e.action, $3)) and ($4::text is null or e.subject = $4)
                      and ($5::timestamptz is null or e.occurred_at >= $5)
                      and ($6::timestamptz is null or e.occurred_at < $6)
                    order by e.entry_id desc limit $7
                    """;

    private final Database database;

    /** The last link; before the first one, position 0 and zeros. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Head(long position, byte[] hash, Instant at) {
        static final Head NONE = new Head(0, new byte[HASH_BYTES], Instant.EPOCH);
    }

    /** A link with its entry; no entry when it was taken away. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Link(long position, byte[] hash, UUID linkedId, @Nullable Entry entry) {}

    AuditRepository(Database database) {
        this.database = database;
    }

    Uni<Boolean> lead(SqlClient tx) {
        return tx.preparedQuery(LEAD)
                .execute(Tuple.of(CHAIN_LOCK))
                .map(rows -> rows.iterator().next().getBoolean("leading"));
    }

    Uni<Head> head(SqlClient client) {
        return client.query(HEAD)
                .execute()
                .map(rows -> rows.size() == 0 ? Head.NONE : head(rows.iterator().next()));
    }

    Uni<List<Entry>> unlinked(SqlClient tx, Head head, int most) {
        Instant since = head.at().isAfter(Instant.EPOCH) ? head.at().minus(LATE) : head.at();
        return tx.preparedQuery(UNLINKED)
                .execute(Tuple.of(new UUID(since.toEpochMilli() << 16, 0), most))
                .map(AuditRepository::entries);
    }

    Uni<Void> link(SqlClient tx, long after, List<Entry> entries, List<byte[]> hashes, Instant at) {
        return tx.preparedQuery(LINK)
                .execute(
                        Tuple.of(
                                LongStream.rangeClosed(after + 1, after + entries.size())
                                        .boxed()
                                        .toArray(Long[]::new),
                                entries.stream().map(Entry::id).toArray(UUID[]::new),
                                hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new),
                                at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<List<Link>> links(long after, int most) {
        return database.pool()
                .preparedQuery(LINKS)
                .execute(Tuple.of(after, most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(AuditRepository::link)
                                        .toList());
    }

    /** How many entries from before that moment are not chained. */
    Uni<Long> forgotten(Instant before) {
        return database.pool()
                .preparedQuery(FORGOTTEN)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("entries"));
    }

    Uni<List<Entry>> page(AuditFilter filter, int most) {
        return database.pool()
                .preparedQuery(PAGE)
                .execute(filter.tuple().addInteger(most))
                .map(AuditRepository::entries);
    }

    private static List<Entry> entries(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Entry::of).toList();
    }

    private static Head head(Row row) {
        return new Head(
                row.getLong("position"),
                row.get(Buffer.class, "hash").getBytes(),
                row.getOffsetDateTime("chained_at").toInstant());
    }

    private static Link link(Row row) {
        return new Link(
                row.getLong("position"),
                row.get(Buffer.class, "hash").getBytes(),
                row.getUUID("linked_id"),
                row.getUUID("entry_id") == null ? null : Entry.of(row));
    }
}
