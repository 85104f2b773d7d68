package io.swiftcart.account.signing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.encryption.Field;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys in the database. Every token asks it which one signs, so that a rotation counts at once
 * in all replicas; only the decrypted key is remembered. The private halves are encrypted under a
 * data key that is nobody's.
 */
@ApplicationScoped
public class SigningKeys {
    private static final String KEY = "signing-keys";
    private static final double MILLIS = 1_000;

    /** Whoever was there first signs until it retires; all replicas go by the database's clock. */
    private static final String SIGNS =
            """
            select kid, private_jwk from signing_key
            where private_jwk is not null and (retired_at is null or retired_at > now())
            order by created_at limit 1
            """;

    private static final String NEWEST =
            "select created_at from signing_key where retired_at is null";
    private static final String PUBLISHED =
            "select public_jwk from signing_key where retired_at is null or retired_at > $1 order by created_at desc";
    private static final String LOCK = "lock table signing_key in share row exclusive mode";
    private static final String RETIRE =
            "update signing_key set retired_at = now() + make_interval(secs => $1) where retired_at is null";
    private static final String ERASE =
            "update signing_key set private_jwk = null where retired_at <= now() and private_jwk is not null";
    private static final String FORGET = "delete from signing_key where retired_at <= $1";
    private static final String ADD =
            "insert into signing_key (kid, public_jwk, private_jwk, created_at) values ($1, $2, $3, now())";

    private final Database database;
    private final DataKeys dataKeys;
    private volatile @Nullable SigningKey known;

    SigningKeys(Database database, DataKeys dataKeys) {
        this.database = database;
        this.dataKeys = dataKeys;
    }

    /** The key that signs; a problem with status 503 in the moment before there is a first one. */
    public Uni<SigningKey> current() {
        return find().onItem()
                .ifNull()
                .failWith(
                        () ->
                                new Problem(CommonProblem.SERVICE_UNAVAILABLE, "No key signs yet.")
                                        .retryAfter(Duration.ofSeconds(1)));
    }

    /** As {@link #current()}; null when there is none. */
    Uni<@Nullable SigningKey> find() {
        return database.pool()
                .preparedQuery(SIGNS)
                .execute()
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().nullItem()
                                        : from(rows.iterator().next()));
    }

    /** When the newest key was made; null when there is none. */
    Uni<@Nullable Instant> newest() {
        return newest(database.pool());
    }

    /** The same, and nobody makes another until the transaction ends. */
    Uni<@Nullable Instant> locked(SqlConnection tx) {
        return tx.query(LOCK).execute().chain(() -> newest(tx));
    }

    private static Uni<@Nullable Instant> newest(SqlClient client) {
        return client.preparedQuery(NEWEST)
                .execute()
                .map(rows -> rows.size() == 0 ? null : createdAt(rows.iterator().next()));
    }

    /**
     * The public keys of all tokens that may still be valid, as members of a JSON Web Key Set;
     * newest first.
     */
    public Uni<List<JsonObject>> published(Instant retiredAfter) {
        return database.pool()
                .preparedQuery(PUBLISHED)
                .execute(Tuple.of(utc(retiredAfter)))
                .map(SigningKeys::publicKeys);
    }

    /** The private half, encrypted; before the transaction that stores it. */
    Uni<Buffer> encrypted(FreshKey fresh) {
        return dataKeys.of(KEY)
                .map(
                        key ->
                                Buffer.buffer(
                                        Objects.requireNonNull(
                                                key.seal(field(fresh.kid()), fresh.privateJwk()))));
    }

    /**
     * Publishes the fresh key, which signs when the one before retires, after the {@code lead}.
     * What was retired before {@code forgotten} is deleted.
     */
    Uni<Void> replace(
            SqlConnection tx, FreshKey fresh, Buffer encrypted, Duration lead, Instant forgotten) {
        return tx.preparedQuery(RETIRE)
                .execute(Tuple.of(lead.toMillis() / MILLIS))
                .chain(() -> tx.preparedQuery(FORGET).execute(Tuple.of(utc(forgotten))))
                .chain(
                        () ->
                                tx.preparedQuery(ADD)
                                        .execute(
                                                Tuple.of(
                                                        fresh.kid(), fresh.publicJwk(), encrypted)))
                .replaceWithVoid();
    }

    /** Destroys the private halves of keys that sign no more. */
    Uni<Void> erase() {
        return database.pool().preparedQuery(ERASE).execute().replaceWithVoid();
    }

    private Uni<@Nullable SigningKey> from(Row row) {
        SigningKey last = known;
        return last != null && last.kid().equals(row.getString("kid"))
                ? Uni.createFrom().item(last)
                : dataKeys.of(KEY).map(key -> remembered(read(row, key)));
    }

    private SigningKey remembered(SigningKey key) {
        known = key;
        return key;
    }

    private static SigningKey read(Row row, DataKey key) {
        String kid = row.getString("kid");
        try {
            String jwk =
                    Objects.requireNonNull(
                            key.open(field(kid), row.getBuffer("private_jwk").getBytes()));
            return new SigningKey(kid, PublicJsonWebKey.Factory.newPublicJwk(jwk).getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key " + kid + " cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant createdAt(Row row) {
        return row.getOffsetDateTime("created_at").toInstant();
    }

    private static List<JsonObject> publicKeys(RowSet<Row> rows) {
        List<JsonObject> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(new JsonObject(row.getString("public_jwk"))));
        return keys;
    }

    private static Field field(String kid) {
        return new Field("signing_key", "private_jwk", kid);
    }
}
