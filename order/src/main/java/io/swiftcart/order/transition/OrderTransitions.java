package io.swiftcart.order.transition;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/** Writes what becomes of orders. */
@ApplicationScoped
public class OrderTransitions {
    /**
     * A session whose order failed is open again, for another card or cart; a promotion is given
     * back by an order that failed or was cancelled.
     */
    private static final String WRITE =
            """
            with moved as (
                update orders set status = $2, payment_status = $3, payment_provider = $4, payment_id = $5,
                                  refunded_amount = $6, failure_reason = $7, version = $8, updated_at = $9
                where id = $1 and version = $8 - 1 returning id, status),
            reopened as (
                update checkout_session s set status = 'OPEN', order_id = null, cart_due = null, version = s.version + 1
                from moved where s.order_id = moved.id and moved.status = 'FAILED'),
            given_back as (
                delete from promotion_use u using moved
                where u.order_id = moved.id and moved.status in ('FAILED', 'CANCELLED') returning u.code),
            counted as (
                update promotion p set used = p.used - 1 from given_back g where p.code = g.code)
            insert into order_event (event_id, order_id, version, type, cause, occurred_at, data)
            select $10, id, $8, $11, $12, $9, $13 from moved
            """;

    private final Outbox outbox;

    OrderTransitions(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Writes the order's next version, the entry in its history and its fact. Fails when the order
     * is not at the version before: whoever changes it has read it before somebody else did.
     *
     * @param cause why, for people
     * @param more what else the history keeps
     */
    public Uni<Void> write(
            SqlClient tx,
            Order order,
            OrderFact.Kind kind,
            Fact fact,
            String cause,
            JsonObject more) {
        Payment payment = order.payment();
        JsonObject data = new JsonObject().put("status", order.status().name()).mergeIn(more);
        return tx.preparedQuery(WRITE)
                .execute(
                        Tuple.tuple()
                                .addUUID(order.id().value())
                                .addString(order.status().name())
                                .addString(order.paymentStatus().name())
                                .addString(payment == null ? null : payment.provider())
                                .addString(payment == null ? null : payment.paymentId())
                                .addLong(order.refunded().minorUnits())
                                .addString(order.failureReason())
                                .addInteger(order.version())
                                .addOffsetDateTime(order.updatedAt().atOffset(ZoneOffset.UTC))
                                .addUUID(fact.id())
                                .addString(kind.type())
                                .addString(cause)
                                .addJsonObject(data))
                .invoke(result -> requireOne(result.rowCount(), order))
                .chain(() -> outbox.add(tx, List.of(fact)));
    }

    private static void requireOne(int rows, Order order) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "Order " + order.id() + " is not at version " + (order.version() - 1));
        }
    }
}
