package io.swiftcart.account.letters;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.Field;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in mails: used once, for an hour, and only the newest of a purpose. Stored is their
 * digest.
 */
@ApplicationScoped
public class Proofs {
    private static final String ADD =
            """
            insert into proof (digest, purpose, customer_id, email, expires_at) values ($1, $2, $3, $4, $5)
            on conflict on constraint proof_newest_only do update set
                digest = excluded.digest, email = excluded.email, expires_at = excluded.expires_at
            """;
    private static final String OWNER =
            "select customer_id, email from proof where digest = $1 and purpose = $2 and expires_at > $3";
    private static final String TAKE =
            "delete from proof where digest = $1 and purpose = $2 and expires_at > $3 returning customer_id, email";

    private final Database database;
    private final Customers customers;
    private final LettersConfig config;
    private final Clock clock;

    Proofs(Database database, Customers customers, LettersConfig config, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whose token it is; problem {@code mailed-token-invalid} when it is not good for this any
     * more.
     */
    public Uni<UUID> owner(Purpose purpose, String token) {
        return find(database.pool(), OWNER, purpose, token).map(row -> row.getUUID("customer_id"));
    }

    /** Uses the token up, and tells whose it was; fails as {@link #owner}. */
    public Uni<UUID> take(SqlConnection tx, Purpose purpose, String token) {
        return find(tx, TAKE, purpose, token).map(row -> row.getUUID("customer_id"));
    }

    /** Uses a token up that confirms an address, and tells the address; fails as {@link #owner}. */
    public Uni<String> takeEmail(SqlConnection tx, DataKey key, String token) {
        return find(tx, TAKE, Purpose.CONFIRM_EMAIL, token)
                .map(
                        row ->
                                Objects.requireNonNull(
                                        key.open(
                                                field(row.getUUID("customer_id")),
                                                row.getBuffer("email").getBytes())));
    }

    /** A new token; those of the same purpose before it are worth nothing any more. */
    Uni<String> make(Purpose purpose, UUID customer, @Nullable String email) {
        String token = Ids.secret();
        return customers
                .key(customer)
                .chain(key -> add(purpose, customer, key.seal(field(customer), email), token))
                .replaceWith(token);
    }

    private Uni<Void> add(Purpose purpose, UUID customer, byte @Nullable [] email, String token) {
        Tuple values =
                Tuple.tuple()
                        .addValue(digest(token))
                        .addString(purpose.name())
                        .addUUID(customer)
                        .addValue(email == null ? null : Buffer.buffer(email))
                        .addOffsetDateTime(now().plus(config.proofLife()));
        return database.pool().preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    private Uni<Row> find(SqlClient client, String sql, Purpose purpose, String token) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(digest(token), purpose.name(), now()))
                .map(Proofs::single)
                .onItem()
                .ifNull()
                .failWith(
                        () ->
                                new Problem(
                                        AccountProblem.MAILED_TOKEN_INVALID,
                                        "Ask for another mail."));
    }

    private static @Nullable Row single(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next();
    }

    private static Field field(UUID customer) {
        return new Field("proof", "email", customer.toString());
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
