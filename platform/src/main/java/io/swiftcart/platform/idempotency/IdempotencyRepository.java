package io.swiftcart.platform.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of claimed keys and stored answers. */
@ApplicationScoped
class IdempotencyRepository {
    /**
     * The advisory lock lives as long as the transaction: whoever does not get it has met a first
     * request in flight.
     */
    private static final String CLAIM =
            """
            with lock as (select pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)) as got)
            insert into idempotency_key (caller, route, key, request_hash)
            select $1, $2, $3, $4 from lock where got
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select request_hash, status, headers, body from idempotency_key
            where caller = $1 and route = $2 and key = $3
            """;
    private static final String STORE =
            """
            insert into idempotency_key (caller, route, key, request_hash, status, headers, body)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (caller, route, key)
            do update set status = excluded.status, headers = excluded.headers, body = excluded.body
            where idempotency_key.status is null
            """;
    private static final String SETTLE =
            """
            update idempotency_key set status = $4, headers = $5, body = $6
            where caller = $1 and route = $2 and key = $3 and status is null
            """;
    private static final String FREE =
            "delete from idempotency_key where caller = $1 and route = $2 and key = $3 and status is null";

    /** What is still running is kept: to forget it would let a repeat do the work twice. */
    private static final String FORGET =
            """
            delete from idempotency_key
            where claimed_at < now() - make_interval(hours => $1) and status is not null
            """;

    /** What is known of a key; no answer while the first request runs. */
    record Known(boolean sameRequest, @Nullable Answer answer) {}

    Uni<Boolean> claim(SqlClient tx, Claim claim) {
        return tx.preparedQuery(CLAIM)
                .execute(
                        Tuple.of(
                                claim.caller(),
                                claim.route(),
                                claim.key(),
                                Buffer.buffer(claim.hashBytes())))
                .map(result -> result.rowCount() == 1);
    }

    Uni<@Nullable Known> find(SqlClient client, Claim claim) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(claim.caller(), claim.route(), claim.key()))
                .map(rows -> rows.size() == 0 ? null : known(rows.iterator().next(), claim));
    }

    Uni<Void> store(SqlClient tx, Claim claim, Answer answer) {
        return tx.preparedQuery(STORE)
                .execute(
                        Tuple.tuple()
                                .addString(claim.caller())
                                .addString(claim.route())
                                .addString(claim.key())
                                .addBuffer(
                                        io.vertx.mutiny.core.buffer.Buffer.buffer(
                                                claim.hashBytes()))
                                .addInteger(answer.status())
                                .addJsonObject(new JsonObject(new HashMap<>(answer.headers())))
                                .addBuffer(
                                        io.vertx.mutiny.core.buffer.Buffer.buffer(answer.body())))
                .replaceWithVoid();
    }

    Uni<Void> settle(SqlClient client, Claim claim, Answer answer) {
        return client.preparedQuery(SETTLE)
                .execute(
                        Tuple.tuple()
                                .addString(claim.caller())
                                .addString(claim.route())
                                .addString(claim.key())
                                .addInteger(answer.status())
                                .addJsonObject(new JsonObject(new HashMap<>(answer.headers())))
                                .addBuffer(
                                        io.vertx.mutiny.core.buffer.Buffer.buffer(answer.body())))
                .replaceWithVoid();
    }

    Uni<Void> free(SqlClient tx, Claim claim) {
        return tx.preparedQuery(FREE)
                .execute(Tuple.of(claim.caller(), claim.route(), claim.key()))
                .replaceWithVoid();
    }

    Uni<Integer> forget(SqlClient client, int hours) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(hours))
                .map(result -> result.rowCount());
    }

    private static Known known(Row row, Claim claim) {
        boolean same = Arrays.equals(row.getBuffer("request_hash").getBytes(), claim.hashBytes());
        Integer status = row.getInteger("status");
        if (status == null) {
            return new Known(same, null);
        }
        Map<String, String> headers = new HashMap<>();
        row.getJsonObject("headers")
                .forEach(header -> headers.put(header.getKey(), header.getValue().toString()));
        return new Known(
                same, new Answer(status, Map.copyOf(headers), row.getBuffer("body").getBytes()));
    }
}
