package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.SagaState;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.neighbours.Cart;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.idempotency.Claim;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of checkout sessions, and the orders that came of them. */
@ApplicationScoped
class SessionRepository {
    private static final String INSERT =
            """
            insert into checkout_session (id, cart_id, customer_id, status, customer_sealed, shipping_address_sealed,
                                          shipping_option, promotion, cart, version, created_at, expires_at)
            values ($1, $2, $3, 'OPEN', $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String FIND =
            "select * from checkout_session where id = $1 and (customer_id is null or customer_id = $2)";
    private static final String ORDER_OF = "select order_id from checkout_session where id = $1";
    private static final String LOCK =
            "select order_id, version from checkout_session where id = $1 for update";
    private static final String CHANGE =
            """
            update checkout_session
            set customer_sealed = $2, shipping_address_sealed = $3, customer = null, shipping_address = null,
                shipping_option = $4, promotion = $5, cart = $6, version = version + 1
            where id = $1 and version = $7 and status = 'OPEN'
            """;
    private static final String COMPLETE =
            """
            update checkout_session
            set status = 'COMPLETED', order_id = $2, cart = $3, cart_due = $4, version = version + 1
            where id = $1
            """;
    private static final String ORDER =
            "select "
                    + StoredOrder.COLUMNS
                    + ", c.claim from orders o join checkout c on c.order_id = o.id where o.id = $1";

    /**
     * Of a cart that is gone, the version that was read last may be older than what was ordered.
     */
    private static final String ORDER_OF_CART =
            """
            select id, order_token_hash is not null as of_guest from orders
            where cart_id = $1 and cart_version >= $2 and status <> 'FAILED' order by cart_version limit 1
            """;

    /** The order that was made of a cart, in whichever session. */
    record CartOrder(UUID orderId, boolean ofGuest) {}

    /** What may have become of a session meanwhile. */
    record Locked(@Nullable UUID orderId, int version) {}

    /** An order with the claim that its end answers. */
    record Placed(Order order, Claim claim) {}

    private final SealedSessions sealedSessions;

    SessionRepository(SealedSessions sealedSessions) {
        this.sealedSessions = sealedSessions;
    }

    Uni<Void> insert(SqlClient client, Session session) {
        return sealedSessions.seal(session).chain(hidden -> insert(client, session, hidden));
    }

    private static Uni<Void> insert(
            SqlClient client, Session session, SealedSessions.Sealed hidden) {
        return client.preparedQuery(INSERT)
                .execute(
                        Tuple.tuple()
                                .addUUID(session.id())
                                .addString(session.cartId())
                                .addString(session.customerId())
                                .addValue(hidden.customer())
                                .addValue(hidden.shippingAddress())
                                .addString(session.shippingOption())
                                .addString(session.promotion())
                                .addJsonObject(session.cart().json())
                                .addInteger(session.version())
                                .addOffsetDateTime(utc(session.createdAt()))
                                .addOffsetDateTime(utc(session.expiresAt())))
                .replaceWithVoid();
    }

    /** A session that this caller may see; null when there is none. */
    Uni<@Nullable Session> find(SqlClient client, UUID id, String callerId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id, callerId))
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().nullItem()
                                        : sealedSessions.open(rows.iterator().next()));
    }

    /** The order of a session; null while there is none. */
    Uni<@Nullable UUID> orderOf(SqlClient client, UUID id) {
        return client.preparedQuery(ORDER_OF)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getUUID("order_id"));
    }

    /** The order of what lies in a cart; null while there is none, or none that has not failed. */
    Uni<@Nullable CartOrder> orderOf(SqlClient client, Cart cart) {
        return client.preparedQuery(ORDER_OF_CART)
                .execute(Tuple.of(cart.cartId(), cart.version()))
                .map(rows -> rows.size() == 0 ? null : cartOrder(rows.iterator().next()));
    }

    /** A session that exists, locked until the transaction ends. */
    Uni<Locked> lock(SqlClient tx, UUID id) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next())
                .map(row -> new Locked(row.getUUID("order_id"), row.getInteger("version")));
    }

    /** Stores what was entered; false when the session has moved on meanwhile. */
    Uni<Boolean> change(SqlClient client, Session session) {
        return sealedSessions.seal(session).chain(hidden -> change(client, session, hidden));
    }

    private static Uni<Boolean> change(
            SqlClient client, Session session, SealedSessions.Sealed hidden) {
        return client.preparedQuery(CHANGE)
                .execute(
                        Tuple.tuple()
                                .addUUID(session.id())
                                .addValue(hidden.customer())
                                .addValue(hidden.shippingAddress())
                                .addString(session.shippingOption())
                                .addString(session.promotion())
                                .addJsonObject(session.cart().json())
                                .addInteger(session.version()))
                .map(result -> result.rowCount() == 1);
    }

    Uni<Void> complete(SqlClient tx, Session session, Order order) {
        return tx.preparedQuery(COMPLETE)
                .execute(
                        Tuple.of(
                                session.id(),
                                order.id().value(),
                                session.cart().json(),
                                utc(order.createdAt())))
                .replaceWithVoid();
    }

    Uni<Placed> order(SqlClient client, UUID orderId) {
        return client.preparedQuery(ORDER)
                .execute(Tuple.of(orderId))
                .map(rows -> rows.iterator().next())
                .map(
                        row ->
                                new Placed(
                                        StoredOrder.from(row),
                                        SagaState.claim(row.getJsonObject("claim"))));
    }

    private static CartOrder cartOrder(Row row) {
        return new CartOrder(row.getUUID("id"), row.getBoolean("of_guest"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
