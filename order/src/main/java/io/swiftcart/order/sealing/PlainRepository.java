package io.swiftcart.order.sealing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.encryption.DataKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The plain columns of orders and sessions. */
@ApplicationScoped
class PlainRepository {
    private static final String ORDERS =
            """
            select id, customer_id as subject, version, contact from orders
            where contact is not null order by id limit $1
            """;

    /** A contact does not change, so whoever comes second has nothing left to do. */
    private static final String SEAL_ORDERS =
            """
            update orders o set contact_sealed = done.contact, contact_subject = done.subject, contact = null
            from unnest($1::uuid[], $2::text[], $3::bytea[]) as done (id, subject, contact)
            where o.id = done.id and o.contact is not null
            """;

    private static final String SESSIONS =
            """
            select id, coalesce(customer_id, 'guest:' || id) as subject, version, customer, shipping_address
            from checkout_session
            where customer is not null or shipping_address is not null order by id limit $1
            """;

    /** One that was changed meanwhile is left to the next batch. */
    private static final String SEAL_SESSIONS =
            """
            update checkout_session s
            set customer_sealed = done.customer, shipping_address_sealed = done.address, customer = null,
                shipping_address = null
            from unnest($1::uuid[], $2::int[], $3::bytea[], $4::bytea[]) as done (id, version, customer, address)
            where s.id = done.id and s.version = done.version
              and (s.customer is not null or s.shipping_address is not null)
            """;

    Uni<List<PlainRow>> orders(SqlClient client, int most) {
        return rows(client, ORDERS, most);
    }

    Uni<List<PlainRow>> sessions(SqlClient client, int most) {
        return rows(client, SESSIONS, most);
    }

    Uni<Void> sealOrders(SqlClient client, List<PlainRow> rows, Map<String, DataKey> keys) {
        return client.preparedQuery(SEAL_ORDERS)
                .execute(
                        Tuple.of(
                                ids(rows),
                                rows.stream().map(PlainRow::subject).toArray(String[]::new),
                                sealed(rows, keys, "orders", "contact")))
                .replaceWithVoid();
    }

    Uni<Void> sealSessions(SqlClient client, List<PlainRow> rows, Map<String, DataKey> keys) {
        return client.preparedQuery(SEAL_SESSIONS)
                .execute(
                        Tuple.of(
                                ids(rows),
                                rows.stream().map(PlainRow::version).toArray(Integer[]::new),
                                sealed(rows, keys, "checkout_session", "customer"),
                                sealed(rows, keys, "checkout_session", "shipping_address")))
                .replaceWithVoid();
    }

    private static Uni<List<PlainRow>> rows(SqlClient client, String query, int most) {
        return client.preparedQuery(query)
                .execute(Tuple.of(most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PlainRow::new)
                                        .toList());
    }

    private static UUID[] ids(List<PlainRow> rows) {
        return rows.stream().map(PlainRow::id).toArray(UUID[]::new);
    }

    private static Buffer[] sealed(
            List<PlainRow> rows, Map<String, DataKey> keys, String table, String column) {
        return rows.stream()
                .map(row -> row.sealed(keyOf(row, keys), table, column))
                .toArray(Buffer[]::new);
    }

    private static DataKey keyOf(PlainRow row, Map<String, DataKey> keys) {
        DataKey key = keys.get(row.subject());
        if (key == null) {
            throw new IllegalStateException("every subject has a key");
        }
        return key;
    }
}
