package io.swiftcart.order.erasing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Destroys the key of a customer or a guest, and what is not encrypted yet. No inbox row is needed:
 * a key is destroyed once, and it is harmless to do it again.
 */
@ApplicationScoped
class EraseCustomer {
    /** An order of a release before encryption has another subject than its session. */
    private static final String GUEST =
            """
            select coalesce(contact_subject, customer_id) as subject,
                   coalesce('guest:' || session_id, contact_subject, customer_id) as session
            from orders where id = $1 and customer_id like 'guest:%'
            """;

    private static final String PLAIN_ORDERS =
            "update orders set contact = null where customer_id = $1 and contact is not null";
    private static final String PLAIN_SESSIONS =
            """
            update checkout_session set customer = null, shipping_address = null
            where coalesce(customer_id, 'guest:' || id) = $1
              and (customer is not null or shipping_address is not null)
            """;

    private static final Logger LOG = Logger.getLogger(EraseCustomer.class);

    private final Database database;
    private final DataKeys dataKeys;
    private final Audit audit;

    EraseCustomer(Database database, DataKeys dataKeys, Audit audit) {
        this.database = database;
        this.dataKeys = dataKeys;
        this.audit = audit;
    }

    /** A customer, of whom account said that they are to be forgotten. */
    Uni<Void> of(CustomerErased fact) {
        return erase(fact.customerId(), _ -> Uni.createFrom().voidItem());
    }

    /**
     * The guest whom an order is for, on the word of an admin; written down with the reason. A
     * problem with status 404 when there is no such order, or it is not a guest's.
     */
    Uni<Void> guestOf(UUID orderId, Caller operator, String reason) {
        return guest(orderId)
                .chain(
                        guest ->
                                erase(
                                                guest.getString("subject"),
                                                tx -> writeDown(tx, orderId, operator, reason))
                                        .chain(
                                                () ->
                                                        erase(
                                                                guest.getString("session"),
                                                                _ -> Uni.createFrom().voidItem())))
                .invoke(() -> LOG.infof("The guest of order %s is erased", orderId));
    }

    private Uni<Row> guest(UUID orderId) {
        return database.pool()
                .preparedQuery(GUEST)
                .execute(Tuple.of(orderId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(
                        () ->
                                new Problem(
                                        CommonProblem.NOT_FOUND,
                                        "There is no such order of a guest."));
    }

    private Uni<Void> writeDown(SqlConnection tx, UUID orderId, Caller operator, String reason) {
        return audit.add(tx, operator.id(), "guest.erase", orderId.toString(), reason);
    }

    private Uni<Void> erase(String subject, Function<SqlConnection, Uni<Void>> before) {
        return dataKeys.eraseInTransaction(
                subject, tx -> before.apply(tx).chain(() -> dropPlain(tx, subject)));
    }

    private static Uni<Void> dropPlain(SqlConnection tx, String customerId) {
        Tuple customer = Tuple.of(customerId);
        return tx.preparedQuery(PLAIN_ORDERS)
                .execute(customer)
                .chain(() -> tx.preparedQuery(PLAIN_SESSIONS).execute(customer))
                .replaceWithVoid();
    }
}
