package io.swiftcart.platform.encryption;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of wrapped data keys. */
@ApplicationScoped
class DataKeyRepository {
    /** Whatever another transaction has just made is seen by the next call, not by this one. */
    private static final String FIND_OR_ADD =
            """
            with made as (
                insert into data_key (key_id, subject, wrapped, master_key_id, created_at)
                select fresh.key_id, fresh.subject, fresh.wrapped, $4, now()
                from unnest($1::uuid[], $2::text[], $3::bytea[]) as fresh (key_id, subject, wrapped)
                on conflict (subject) do nothing
                returning key_id, subject, wrapped, master_key_id)
            select key_id, subject, wrapped, master_key_id from made
            union all
            select key_id, subject, wrapped, master_key_id from data_key where subject = any($2)
            """;

    /** Also of a subject that is not known yet: nothing of them is ever to be kept. */
    private static final String DESTROY =
            """
            insert into data_key (key_id, subject, wrapped, master_key_id, created_at, destroyed_at)
            values ($1, $2, null, '', now(), now())
            on conflict (subject) do update set wrapped = null, destroyed_at = now() where data_key.wrapped is not null
            """;

    private static final String TAKE_OLDER =
            """
            select key_id, subject, wrapped, master_key_id from data_key
            where master_key_id = any($1) and wrapped is not null
            order by master_key_id, key_id limit $2 for update skip locked
            """;
    private static final String REWRAP =
            """
            update data_key d set wrapped = fresh.wrapped, master_key_id = $1
            from unnest($2::uuid[], $3::bytea[]) as fresh (key_id, wrapped)
            where d.key_id = fresh.key_id
            """;

    /** A data key as it is stored; {@code wrapped} is null once it is destroyed. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Wrapped(UUID id, String subject, byte @Nullable [] bytes, String masterKeyId) {
        private static Wrapped of(Row row) {
            Buffer wrapped = row.get(Buffer.class, "wrapped");
            return new Wrapped(
                    row.getUUID("key_id"),
                    row.getString("subject"),
                    wrapped == null ? null : wrapped.getBytes(),
                    row.getString("master_key_id"));
        }
    }

    /** The keys of these subjects, where there is none the one that is brought along. */
    Uni<List<Wrapped>> findOrAdd(SqlClient client, List<Wrapped> fresh, String masterKeyId) {
        return client.preparedQuery(FIND_OR_ADD)
                .execute(
                        Tuple.of(
                                ids(fresh),
                                fresh.stream().map(Wrapped::subject).toArray(String[]::new),
                                bytes(fresh),
                                masterKeyId))
                .map(DataKeyRepository::keys);
    }

    Uni<Void> destroy(SqlClient tx, UUID id, String subject) {
        return tx.preparedQuery(DESTROY).execute(Tuple.of(id, subject)).replaceWithVoid();
    }

    /** Locks keys under one of these master keys; what another replica has taken is passed over. */
    Uni<List<Wrapped>> takeOlder(SqlClient tx, Collection<String> masterKeyIds, int most) {
        return tx.preparedQuery(TAKE_OLDER)
                .execute(Tuple.of(masterKeyIds.toArray(String[]::new), most))
                .map(DataKeyRepository::keys);
    }

    Uni<Void> rewrap(SqlClient tx, List<Wrapped> rewrapped, String masterKeyId) {
        return tx.preparedQuery(REWRAP)
                .execute(Tuple.of(masterKeyId, ids(rewrapped), bytes(rewrapped)))
                .replaceWithVoid();
    }

    private static List<Wrapped> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Wrapped::of).toList();
    }

    private static UUID[] ids(List<Wrapped> keys) {
        return keys.stream().map(Wrapped::id).toArray(UUID[]::new);
    }

    private static Buffer[] bytes(List<Wrapped> keys) {
        return keys.stream()
                .map(key -> key.bytes() == null ? null : Buffer.buffer(key.bytes()))
                .toArray(Buffer[]::new);
    }
}
