package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is left to do on sessions when time has passed. */
@ApplicationScoped
class DueRepository {
    /** A cart is kept while its order may still fail: then the customer goes on with it. */
    private static final String TAKE_CARTS =
            """
            with due as (
                select s.id from checkout_session s join orders o on o.id = s.order_id
                where s.cart_due < $1 and o.status <> 'PENDING'
                order by s.cart_due limit $3 for update of s skip locked)
            update checkout_session s set cart_due = $2 from due where s.id = due.id
            returning s.id, s.cart_id, (s.cart->>'version')::bigint as cart_version
            """;

    private static final String CART_REMOVED =
            "update checkout_session set cart_due = null where id = $1";

    private static final String EXPIRE =
            """
            update checkout_session
            set status = 'EXPIRED', customer = null, shipping_address = null, customer_sealed = null,
                shipping_address_sealed = null, version = version + 1
            where status = 'OPEN' and expires_at <= $1
            """;

    /** The cart of a placed order, at the version that was ordered. */
    record DueCart(UUID sessionId, String cartId, long version) {}

    /** Takes carts over until then; those that another replica is taking are passed over. */
    Uni<List<DueCart>> takeCarts(SqlClient client, Instant now, Instant until, int most) {
        return client.preparedQuery(TAKE_CARTS)
                .execute(
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(
                                                row ->
                                                        new DueCart(
                                                                row.getUUID("id"),
                                                                row.getString("cart_id"),
                                                                row.getLong("cart_version")))
                                        .toList());
    }

    Uni<Void> cartRemoved(SqlClient client, UUID sessionId) {
        return client.preparedQuery(CART_REMOVED).execute(Tuple.of(sessionId)).replaceWithVoid();
    }

    Uni<Void> expire(SqlClient client, Instant now) {
        return client.preparedQuery(EXPIRE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
