package io.swiftcart.order.recording;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.checkout.SagaState;
import io.swiftcart.order.domain.Order;
import io.swiftcart.platform.outbox.Fact;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes new orders. */
@ApplicationScoped
class OrderRepository {
    private static final String NUMBER = "select next_order_number($1) as number";

    /** Order, lines, checkout and history in one statement. */
    private static final String PLACE =
            """
            with placed as (
                insert into orders (id, order_number, customer_id, status, payment_status, fulfillment_status, currency,
                                    subtotal, discount, shipping, tax, total_amount, payment_method, contact_sealed,
                                    version, created_at, updated_at, session_id, order_token_hash, cart_id,
                                    cart_version, contact_subject)
                values ($1, $2, $3, $4, $5, 'UNFULFILLED', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $25, $26,
                        $27, $28, $29)
                on conflict (cart_id, cart_version) where cart_id is not null and status <> 'FAILED' do nothing
                returning id),
            lines as (
                insert into order_line (order_id, line_no, sku, name, qty, unit_price, discount, tax)
                select placed.id, l.line_no, l.sku, l.name, l.qty, l.unit_price, l.discount, l.tax
                from placed, jsonb_to_recordset($16)
                     as l(line_no int, sku text, name text, qty int, unit_price bigint, discount bigint, tax bigint)),
            saga as (
                insert into checkout (order_id, state, correlation_id, traceparent, claim, version, started_at,
                                      deadline_at)
                select id, $17, $18, $24, $19, 1, $15, $20 from placed)
            insert into order_event (event_id, order_id, version, type, cause, occurred_at, data)
            select $21, id, $14, $22, 'placed by the customer', $15, $23 from placed
            """;

    Uni<String> nextNumber(SqlClient client, LocalDate today) {
        return client.preparedQuery(NUMBER)
                .execute(Tuple.of(today))
                .map(rows -> rows.iterator().next().getString("number"));
    }

    /**
     * Writes the order with its lines, its checkout under a lease, and its history; false when
     * another order has the same content of the same cart.
     */
    Uni<Boolean> place(
            SqlClient tx,
            Saga saga,
            Contact contact,
            ContactKey contactKey,
            Origin origin,
            Fact fact) {
        byte[] sealed = contactKey.seal(contact, saga.state().order().id().value());
        byte[] tokenHash = origin.orderTokenHash();
        Origin.CartContent cart = origin.cart();
        Order order = saga.state().order();
        Tuple row =
                Tuple.tuple()
                        .addUUID(order.id().value())
                        .addString(order.number())
                        .addString(order.customerId())
                        .addString(order.status().name())
                        .addString(order.paymentStatus().name())
                        .addString(order.totals().total().currency().getCurrencyCode())
                        .addLong(order.totals().subtotal().minorUnits())
                        .addLong(order.totals().discount().minorUnits())
                        .addLong(order.totals().shipping().minorUnits())
                        .addLong(order.totals().tax().minorUnits())
                        .addLong(order.totals().total().minorUnits())
                        .addString(order.paymentMethod())
                        .addValue(sealed == null ? null : Buffer.buffer(sealed))
                        .addInteger(order.version())
                        .addOffsetDateTime(utc(order.createdAt()))
                        .addJsonArray(lines(order))
                        .addString(SagaState.name(saga.state()))
                        .addString(saga.correlationId())
                        .addJsonObject(SagaState.claim(saga.claim()))
                        .addOffsetDateTime(utc(Saga.leaseFrom(order.createdAt())))
                        .addUUID(fact.id())
                        .addString("OrderCreated")
                        .addJsonObject(new JsonObject().put("status", order.status().name()))
                        .addString(saga.traceparent())
                        .addUUID(origin.sessionId())
                        .addValue(tokenHash == null ? null : Buffer.buffer(tokenHash))
                        .addString(cart == null ? null : cart.cartId())
                        .addLong(cart == null ? null : cart.version())
                        .addString(contactKey.subject());
        return tx.preparedQuery(PLACE).execute(row).map(result -> result.rowCount() == 1);
    }

    private static JsonArray lines(Order order) {
        JsonArray lines = new JsonArray();
        order.lines()
                .forEach(
                        line ->
                                lines.add(
                                        new JsonObject()
                                                .put("line_no", lines.size() + 1)
                                                .put("sku", line.sku())
                                                .put("name", line.name())
                                                .put("qty", line.qty())
                                                .put("unit_price", line.unitPrice().minorUnits())
                                                .put("discount", line.discount().minorUnits())
                                                .put("tax", line.tax().minorUnits())));
        return lines;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
