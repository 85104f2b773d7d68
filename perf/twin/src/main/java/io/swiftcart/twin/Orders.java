package io.swiftcart.twin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Orders, their history, their stock and what is told of them; each method is one transaction. */
@Repository
class Orders {
    private final JdbcClient jdbc;
    private final Stock stock;
    private final Outbox outbox;
    private final ObjectMapper json;

    Orders(JdbcClient jdbc, Stock stock, Outbox outbox, ObjectMapper json) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.outbox = outbox;
        this.json = json;
    }

    /** The answer that was given under this key. */
    @Transactional(readOnly = true)
    Optional<OrderView> answered(String customer, String key) {
        return jdbc.sql("select answer from idempotency_key where caller = ? and key = ?")
                .params(customer, key)
                .query((row, _) -> Optional.ofNullable(row.getString("answer")))
                .optional()
                .map(answer -> answer.orElseThrow(Refused.InFlight::new))
                .map(answer -> json.readValue(answer, OrderView.class));
    }

    @Transactional
    OrderView place(String customer, String key, OrderRequest request) {
        claim(customer, key);
        UUID id = UUID.randomUUID();
        List<OrderView.Line> lines = priced(request);
        long total = lines.stream().mapToLong(OrderView.Line::lineTotal).sum();
        OrderView order =
                new OrderView(
                        id,
                        jdbc.sql("select 'ORD-' || nextval('order_number')").query(String.class).single(),
                        "PENDING",
                        "PENDING",
                        lines,
                        total,
                        request.currency(),
                        1,
                        Instant.now());
        insert(customer, request, order);
        stock.reserve(id, lines);
        noted(order, "OrderCreated", "orders.created");
        return order;
    }

    @Transactional
    OrderView confirm(String customer, String key, OrderView placed, String paymentId) {
        OrderView confirmed = placed.as("CONFIRMED", "CAPTURED");
        jdbc.sql(
                        """
                        update orders set status = 'CONFIRMED', payment_status = 'CAPTURED', payment_id = ?,
                                          version = version + 1, updated_at = now()
                        where id = ? and version = ?
                        """)
                .params(paymentId, placed.orderId(), placed.version())
                .update();
        noted(confirmed, "OrderConfirmed", "orders.confirmed");
        answer(customer, key, confirmed);
        return confirmed;
    }

    @Transactional
    void fail(String customer, String key, OrderView placed) {
        OrderView failed = placed.as("FAILED", "FAILED");
        jdbc.sql(
                        "update orders set status = 'FAILED', payment_status = 'FAILED', version = version + 1 where id = ?")
                .param(placed.orderId())
                .update();
        stock.release(placed.orderId());
        noted(failed, "OrderFailed", "orders.failed");
        jdbc.sql("delete from idempotency_key where caller = ? and key = ?")
                .params(customer, key)
                .update();
    }

    private void claim(String customer, String key) {
        try {
            jdbc.sql("insert into idempotency_key (caller, key) values (?, ?)")
                    .params(customer, key)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused.InFlight();
        }
    }

    private void answer(String customer, String key, OrderView order) {
        jdbc.sql("update idempotency_key set answer = ? where caller = ? and key = ?")
                .params(json.writeValueAsString(order), customer, key)
                .update();
    }

    private List<OrderView.Line> priced(OrderRequest request) {
        List<OrderView.Line> lines = new ArrayList<>();
        for (OrderRequest.Item item : request.items()) {
            lines.add(
                    jdbc.sql("select name, price from product where sku = ? and currency = ?")
                            .params(item.sku(), request.currency())
                            .query(
                                    (row, _) ->
                                            new OrderView.Line(
                                                    item.sku(),
                                                    row.getString("name"),
                                                    item.qty(),
                                                    row.getLong("price"),
                                                    row.getLong("price") * item.qty()))
                            .optional()
                            .orElseThrow(() -> new Refused.UnknownSku(item.sku())));
        }
        lines.sort(Comparator.comparing(OrderView.Line::sku));
        return lines;
    }

    private void insert(String customer, OrderRequest request, OrderView order) {
        String email = request.customer() == null ? null : request.customer().email();
        jdbc.sql(
                        """
                        insert into orders (id, order_number, customer_id, email, status, payment_status, currency,
                                            total_amount, version, created_at, updated_at)
                        values (?, ?, ?, ?, 'PENDING', 'PENDING', ?, ?, 1, ?, ?)
                        """)
                .params(
                        order.orderId(),
                        order.orderNumber(),
                        customer,
                        email,
                        order.currency(),
                        order.totalAmount(),
                        Timestamp.from(order.createdAt()),
                        Timestamp.from(order.createdAt()))
                .update();
        for (OrderView.Line line : order.items()) {
            jdbc.sql(
                            "insert into order_line (order_id, sku, name, qty, unit_price) values (?, ?, ?, ?, ?)")
                    .params(order.orderId(), line.sku(), line.name(), line.qty(), line.unitPrice())
                    .update();
        }
    }

    private void noted(OrderView order, String type, String topic) {
        UUID event = UUID.randomUUID();
        jdbc.sql(
                        "insert into order_event (event_id, order_id, version, type, occurred_at) values (?, ?, ?, ?, now())")
                .params(event, order.orderId(), order.version(), type)
                .update();
        outbox.add(event, topic, order.orderId(), json.writeValueAsString(order));
    }
}
