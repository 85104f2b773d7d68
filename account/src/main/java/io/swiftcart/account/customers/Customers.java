package io.swiftcart.account.customers;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.BlindIndex;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes customers. Those that are erased are not there any more. What writes takes the
 * customer's key, which is got before the transaction.
 */
@ApplicationScoped
public class Customers {
    private static final String STANDING =
            "select " + CustomerFields.COLUMNS + " from customer where erased_at is null and ";
    private static final String BY_ID = STANDING + "id = $1";
    private static final String BY_LOGIN = STANDING + "(email_index = $1 or username = $2)";
    private static final String PROOF =
            """
            select id, password_hash from customer
            where erased_at is null and (email_index = $1 or username = $2)
            """;
    private static final String LOCK =
            "select version from customer where id = $1 and erased_at is null for update";
    private static final String ADD =
            """
            insert into customer (id, username, email_index, email, name, password_hash, roles, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            """;
    private static final String CHANGE_PROFILE =
            "update customer set name = $2, phone = $3, updated_at = $4, version = version + 1 where id = $1 returning "
                    + CustomerFields.COLUMNS;
    private static final String CHANGE_EMAIL =
            "update customer set email_index = $2, email = $3, updated_at = $4, version = version + 1 where id = $1";
    private static final String CHANGE_PASSWORD =
            "update customer set password_hash = $2 where id = $1";
    private static final String ERASE =
            """
            with addresses as (delete from address where customer_id = $1),
                 proofs as (delete from proof where customer_id = $1),
                 families as (delete from refresh_family where customer_id = $1)
            update customer set erased_at = $2, updated_at = $2, version = version + 1, roles = '{}', username = null,
                email_index = null, email = null, name = null, phone = null, password_hash = null
            where id = $1 and erased_at is null
            """;

    private final Database database;
    private final DataKeys dataKeys;
    private final BlindIndex blindIndex;
    private final Clock clock;

    Customers(Database database, DataKeys dataKeys, BlindIndex blindIndex, Clock clock) {
        this.database = database;
        this.dataKeys = dataKeys;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** By e-mail address or demo user's name; null when there is nobody. Not in a transaction. */
    public Uni<@Nullable Customer> byLogin(String login) {
        return find(BY_LOGIN, Tuple.of(index(login), login));
    }

    /**
     * What somebody who logs in must match; null when there is nobody. Takes the same one statement
     * for both, so nobody learns from the time who is a customer: no key is fetched.
     */
    public Uni<@Nullable Proof> proof(String login) {
        return database.pool()
                .preparedQuery(PROOF)
                .execute(Tuple.of(index(login), login))
                .map(rows -> rows.size() == 0 ? null : Proof.of(rows.iterator().next()));
    }

    /** A problem with status 404 when there is nobody any more. Not in a transaction. */
    public Uni<Customer> byId(UUID id) {
        return find(BY_ID, Tuple.of(id)).onItem().ifNull().failWith(Customers::gone);
    }

    /**
     * The key of all fields of a customer, who need not exist yet; a problem with status 404 when
     * they are erased. Not in a transaction.
     */
    public Uni<DataKey> key(UUID id) {
        return dataKeys.of(id.toString()).invoke(Customers::refuseDestroyed);
    }

    /**
     * Nobody else changes the customer until the transaction ends; their version, or a problem with
     * status 404.
     */
    public Uni<Long> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("version"))
                .onItem()
                .ifNull()
                .failWith(Customers::gone);
    }

    /** Problem {@code email-taken} when somebody has the address. */
    public Uni<Void> add(SqlConnection tx, NewCustomer added, DataKey key) {
        CustomerFields fields = new CustomerFields(added.id(), key);
        Tuple values =
                Tuple.tuple()
                        .addUUID(added.id())
                        .addString(added.username())
                        .addValue(index(added.email()))
                        .addValue(fields.seal("email", added.email()))
                        .addValue(fields.seal("name", added.name()))
                        .addString(added.passwordHash())
                        .addArrayOfString(added.roles().toArray(String[]::new))
                        .addOffsetDateTime(now());
        return write(tx, ADD, values).replaceWithVoid();
    }

    /** Of a customer who is locked. */
    public Uni<Customer> changeProfile(
            SqlConnection tx, UUID id, DataKey key, String name, @Nullable String phone) {
        CustomerFields fields = new CustomerFields(id, key);
        Tuple values =
                Tuple.tuple()
                        .addUUID(id)
                        .addValue(fields.seal("name", name))
                        .addValue(fields.seal("phone", phone))
                        .addOffsetDateTime(now());
        return write(tx, CHANGE_PROFILE, values).map(rows -> fields.from(rows.iterator().next()));
    }

    /**
     * Of a customer who is locked. Problem {@code email-taken} when somebody else has the address.
     */
    public Uni<Void> changeEmail(SqlConnection tx, UUID id, DataKey key, String email) {
        Tuple values =
                Tuple.tuple()
                        .addUUID(id)
                        .addValue(index(email))
                        .addValue(new CustomerFields(id, key).seal("email", email))
                        .addOffsetDateTime(now());
        return write(tx, CHANGE_EMAIL, values).replaceWithVoid();
    }

    /** Of a customer who is locked. */
    public Uni<Void> changePassword(SqlConnection tx, UUID id, String hash) {
        return write(tx, CHANGE_PASSWORD, Tuple.of(id, hash)).replaceWithVoid();
    }

    /**
     * Destroys the data key and all that is known of a customer, who need not be known here, in one
     * transaction with the rest of the work; the id stays.
     */
    public Uni<Void> eraseInTransaction(UUID id, Function<SqlConnection, Uni<Void>> work) {
        return dataKeys.eraseInTransaction(
                id.toString(),
                tx ->
                        tx.preparedQuery(LOCK)
                                .execute(Tuple.of(id))
                                .chain(() -> write(tx, ERASE, Tuple.of(id, now())))
                                .chain(() -> work.apply(tx)));
    }

    private Uni<@Nullable Customer> find(String sql, Tuple values) {
        return database.pool()
                .preparedQuery(sql)
                .execute(values)
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().nullItem()
                                        : opened(rows.iterator().next()));
    }

    private Uni<@Nullable Customer> opened(Row row) {
        UUID id = row.getUUID("id");
        return dataKeys.of(id.toString())
                .map(key -> key.destroyed() ? null : new CustomerFields(id, key).from(row));
    }

    private static Uni<RowSet<Row>> write(SqlConnection tx, String sql, Tuple values) {
        return tx.preparedQuery(sql)
                .execute(values)
                .onFailure(PgException.class)
                .transform(Customers::explained);
    }

    private Buffer index(String email) {
        return Buffer.buffer(blindIndex.ofEmail("customer", "email_index", email));
    }

    private static void refuseDestroyed(DataKey key) {
        if (key.destroyed()) {
            throw gone();
        }
    }

    private static Throwable explained(Throwable failure) {
        return "customer_email_key".equals(((PgException) failure).getConstraint())
                ? taken()
                : failure;
    }

    /** For who wants an address that somebody has. */
    public static Problem taken() {
        return new Problem(AccountProblem.EMAIL_TAKEN, "Log in, or ask for a new password.")
                .pointing("/email", "is taken");
    }

    private static Problem gone() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such account any more.");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
