package io.swiftcart.account.customers;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.encryption.DataKey;
import io.swiftcart.account.encryption.Keyring;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes customers. Those that are erased are not there any more. */
@ApplicationScoped
public class Customers {
    private static final String STANDING =
            "select "
                    + CustomerFields.COLUMNS
                    + " from customer c join customer_key k on k.customer_id = c.id where ";

    private static final String BY_ID = STANDING + "c.id = $1";
    private static final String BY_LOGIN = STANDING + "c.email_index = $1 or c.username = $2";
    private static final String LOCKED = BY_ID + " for update of c";
    private static final String ADD =
            """
            with key as (insert into customer_key (customer_id, wrapped) values ($1, $9))
            insert into customer (id, username, email_index, email, name, password_hash, roles, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            """;
    private static final String CHANGE_PROFILE =
            "update customer set name = $2, phone = $3, updated_at = $4, version = version + 1 where id = $1";
    private static final String CHANGE_EMAIL =
            "update customer set email_index = $2, email = $3, updated_at = $4, version = version + 1 where id = $1";
    private static final String CHANGE_PASSWORD =
            "update customer set password_hash = $2 where id = $1";
    private static final String ERASE =
            """
            with key as (delete from customer_key where customer_id = $1),
                 addresses as (delete from address where customer_id = $1),
                 proofs as (delete from proof where customer_id = $1),
                 families as (delete from refresh_family where customer_id = $1)
            update customer set erased_at = $2, updated_at = $2, version = version + 1, roles = '{}', username = null,
                email_index = null, email = null, name = null, phone = null, password_hash = null
            where id = $1
            """;

    private final CustomerFields fields;
    private final Keyring keyring;
    private final Clock clock;

    Customers(CustomerFields fields, Keyring keyring, Clock clock) {
        this.fields = fields;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** By e-mail address or demo user's name; null when there is nobody. */
    public Uni<@Nullable Customer> byLogin(SqlClient client, String login) {
        return client.preparedQuery(BY_LOGIN)
                .execute(Tuple.of(Buffer.buffer(fields.emailIndex(login)), login))
                .map(this::single);
    }

    /** A problem with status 404 when there is nobody any more. */
    public Uni<Customer> byId(SqlClient client, UUID id) {
        return find(client, BY_ID, id);
    }

    /** As {@link #byId}, and nobody else changes them until the transaction ends. */
    public Uni<Customer> locked(SqlConnection tx, UUID id) {
        return find(tx, LOCKED, id);
    }

    /**
     * The key of a customer's further fields; a problem with status 404 when there is nobody any
     * more.
     */
    public Uni<DataKey> key(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID)
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0 ? null : fields.key(rows.iterator().next()))
                .onItem()
                .ifNull()
                .failWith(Customers::gone);
    }

    /** Problem {@code email-taken} when somebody has the address. */
    public Uni<Void> add(SqlConnection tx, NewCustomer added) {
        UUID id = added.id();
        DataKey key = keyring.fresh();
        Tuple values =
                Tuple.tuple()
                        .addUUID(id)
                        .addString(added.username())
                        .addValue(Buffer.buffer(fields.emailIndex(added.email())))
                        .addString(key.seal(added.email(), CustomerFields.place("email", id)))
                        .addString(key.seal(added.name(), CustomerFields.place("name", id)))
                        .addString(added.passwordHash())
                        .addArrayOfString(added.roles().toArray(String[]::new))
                        .addOffsetDateTime(now())
                        .addString(keyring.wrap(key, id));
        return write(tx, ADD, values);
    }

    /**
     * {@code basis}: the version the change was made for, problem 412 when it is stale; null for
     * any.
     */
    public Uni<Customer> changeProfile(
            SqlConnection tx, UUID id, @Nullable Long basis, String name, @Nullable String phone) {
        return locked(tx, id)
                .invoke(current -> refuseStale(current, basis))
                .chain(() -> key(tx, id))
                .chain(
                        key ->
                                write(
                                        tx,
                                        CHANGE_PROFILE,
                                        Tuple.of(
                                                id,
                                                key.seal(name, CustomerFields.place("name", id)),
                                                key.sealIfAny(
                                                        phone, CustomerFields.place("phone", id)),
                                                now())))
                .chain(() -> byId(tx, id));
    }

    /** Problem {@code email-taken} when somebody else has the address. */
    public Uni<Void> changeEmail(SqlConnection tx, UUID id, String email) {
        return key(tx, id)
                .chain(
                        key ->
                                write(
                                        tx,
                                        CHANGE_EMAIL,
                                        Tuple.of(
                                                id,
                                                Buffer.buffer(fields.emailIndex(email)),
                                                key.seal(email, CustomerFields.place("email", id)),
                                                now())));
    }

    public Uni<Void> changePassword(SqlConnection tx, UUID id, String hash) {
        return write(tx, CHANGE_PASSWORD, Tuple.of(id, hash));
    }

    /** Destroys the data key and all that is known of the customer; the id stays. */
    public Uni<Void> erase(SqlConnection tx, UUID id) {
        return write(tx, ERASE, Tuple.of(id, now()));
    }

    private Uni<Customer> find(SqlClient client, String sql, UUID id) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(this::single)
                .onItem()
                .ifNull()
                .failWith(Customers::gone);
    }

    private @Nullable Customer single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? fields.from(row.next()) : null;
    }

    private static Uni<Void> write(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql)
                .execute(values)
                .onFailure(PgException.class)
                .transform(Customers::explained)
                .replaceWithVoid();
    }

    private static void refuseStale(Customer current, @Nullable Long basis) {
        if (basis != null && basis != current.version()) {
            throw ETags.stale();
        }
    }

    private static Throwable explained(Throwable failure) {
        return "customer_email_key".equals(((PgException) failure).getConstraint())
                ? new Problem(AccountProblem.EMAIL_TAKEN, "Log in, or ask for a new password.")
                        .pointing("/email", "is taken")
                : failure;
    }

    private static Problem gone() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such account any more.");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
