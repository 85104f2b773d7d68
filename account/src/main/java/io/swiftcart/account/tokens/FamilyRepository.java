package io.swiftcart.account.tokens;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes refresh tokens. Of a token only its digest is stored: it has 256 random bits, nobody
 * guesses back.
 */
@ApplicationScoped
class FamilyRepository {
    private static final String BEGIN =
            """
            with family as (insert into refresh_family (id, customer_id, created_at, expires_at) values ($1, $2, $3, $4))
            insert into refresh_token (digest, family_id, expires_at) values ($5, $1, $6)
            """;
    private static final String LOCK =
            """
            select t.digest, t.used_at, t.expires_at as token_expires_at, t.family_id,
                f.customer_id, f.revoked_at, f.expires_at as family_expires_at
            from refresh_token t join refresh_family f on f.id = t.family_id
            where t.digest = $1 for update
            """;
    private static final String SUCCEED =
            """
            with used as (update refresh_token set used_at = $2 where digest = $1)
            insert into refresh_token (digest, family_id, expires_at) values ($3, $4, $5)
            """;
    private static final String REVOKE =
            "update refresh_family set revoked_at = $2 where id = $1 and revoked_at is null";
    private static final String REVOKE_ALL =
            "update refresh_family set revoked_at = $2 where customer_id = $1 and revoked_at is null";
    private static final String SWEEP = "delete from refresh_family where expires_at <= $1";

    private final TokensConfig config;

    FamilyRepository(TokensConfig config) {
        this.config = config;
    }

    Uni<Void> begin(SqlClient tx, UUID customer, String token, Instant now) {
        return run(
                tx,
                BEGIN,
                Tuple.of(Ids.next(), customer, at(now), after(now, config.sessionLife()))
                        .addValue(digest(token))
                        .addOffsetDateTime(after(now, config.refreshLife())));
    }

    /**
     * The token and its family, which nobody else changes until the transaction ends; null when
     * unknown.
     */
    Uni<@Nullable FamilyRow> lock(SqlClient tx, String token) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(digest(token)))
                .map(FamilyRepository::single);
    }

    Uni<Void> succeed(SqlClient tx, FamilyRow last, String next, Instant now) {
        return run(
                tx,
                SUCCEED,
                Tuple.of(
                        last.digest(),
                        at(now),
                        digest(next),
                        last.family(),
                        after(now, config.refreshLife())));
    }

    Uni<Void> revoke(SqlClient tx, UUID family, Instant now) {
        return run(tx, REVOKE, Tuple.of(family, at(now)));
    }

    Uni<Void> revokeAll(SqlClient tx, UUID customer, Instant now) {
        return run(tx, REVOKE_ALL, Tuple.of(customer, at(now)));
    }

    Uni<Void> sweep(SqlClient client, Instant now) {
        return run(client, SWEEP, Tuple.of(at(now)));
    }

    private static Uni<Void> run(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static @Nullable FamilyRow single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? FamilyRow.from(row.next()) : null;
    }

    private static Buffer digest(String token) {
        try {
            return Buffer.buffer(
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime after(Instant now, Duration life) {
        return at(now.plus(life));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
