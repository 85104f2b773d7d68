package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.oracle.Figures.Hold;
import io.swiftcart.e2e.oracle.Figures.Order;
import io.swiftcart.e2e.oracle.Figures.Payment;
import io.swiftcart.e2e.oracle.Figures.Stock;
import io.swiftcart.e2e.oracle.Figures.Transition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the services keep in their databases. */
record Books(Sql sql) {
    private static final String ORDERS =
            """
            select o.id, c.claim->>'key' as key, o.status, o.failure_reason, o.total_amount, o.version,
                   array_agg(l.sku order by l.sku) as skus, array_agg(l.qty order by l.sku) as quantities
            from orders o join checkout c on c.order_id = o.id
            join (select order_id, sku, sum(qty)::int as qty from order_line group by order_id, sku) l
                 on l.order_id = o.id
            group by o.id, c.claim
            """;

    private static final String STOCK =
            """
            select s.sku, s.on_hand, s.reserved,
                   coalesce(sum(m.on_hand_delta), 0) as on_hand_moved,
                   coalesce(sum(m.reserved_delta), 0) as reserved_moved,
                   coalesce(sum(m.on_hand_delta) filter (where m.type in ('RECEIVED', 'ADJUSTED')), 0) as received,
                   coalesce(-sum(m.on_hand_delta) filter (where m.type not in ('RECEIVED', 'ADJUSTED')), 0) as sold
            from stock s left join movement m on m.sku = s.sku
            group by s.sku
            """;

    List<Order> orders() {
        return sql.rows(
                "orders",
                ORDERS,
                row ->
                        new Order(
                                row.getString("id"),
                                row.getString("key"),
                                row.getString("status"),
                                Objects.toString(row.getString("failure_reason"), ""),
                                row.getLong("total_amount"),
                                row.getInt("version"),
                                Sql.map(row, "skus", "quantities")));
    }

    List<Transition> history() {
        return sql.rows(
                "orders",
                "select order_id, version, event_id, type from order_event",
                row ->
                        new Transition(
                                row.getString("order_id"),
                                row.getInt("version"),
                                row.getString("event_id"),
                                row.getString("type")));
    }

    List<Payment> payments() {
        return sql.rows(
                "payment",
                "select order_id, status, captured_amount, refunded_amount from payment",
                row ->
                        new Payment(
                                row.getString("order_id"),
                                row.getString("status"),
                                row.getLong("captured_amount"),
                                row.getLong("refunded_amount")));
    }

    List<Stock> stock() {
        return sql.rows(
                "inventory",
                STOCK,
                row ->
                        new Stock(
                                row.getString("sku"),
                                row.getLong("on_hand"),
                                row.getLong("reserved"),
                                row.getLong("on_hand_moved"),
                                row.getLong("reserved_moved"),
                                row.getLong("received"),
                                row.getLong("sold")));
    }

    List<Hold> holds() {
        return sql.rows(
                "inventory",
                "select order_id, status, skus, quantities from reservation",
                row ->
                        new Hold(
                                row.getString("order_id"),
                                row.getString("status"),
                                Sql.map(row, "skus", "quantities")));
    }

    /** What still moves, one sentence each; empty when the services have nothing left to do. */
    List<String> unrest() {
        Stream<String> outboxes =
                Stream.of("orders", "payment", "inventory", "catalog")
                        .flatMap(
                                database ->
                                        sql
                                                .texts(
                                                        database,
                                                        "select aggregatetype || ' of ' || aggregateid from outbox limit 5")
                                                .stream()
                                                .map(fact -> fact + " waits to be published."));
        Stream<String> rest =
                Stream.of(
                                open(
                                        "orders",
                                        "Order %s is not ended.",
                                        """
                                select order_id || ' (' || state || ', attempts ' || attempts || ', '
                                       || coalesce(last_error, 'no error') || ')'
                                from checkout where deadline_at is not null limit 5
                                """),
                                open(
                                        "payment",
                                        "Payment attempt %s is open.",
                                        """
                                select a.attempt_id || ' (' || a.operation || ' ' || a.status || ', order ' || p.order_id || ')'
                                from attempt a join payment p using (payment_id)
                                where a.status in ('STARTED', 'ASKED_AGAIN', 'UNKNOWN') limit 5
                                """),
                                open(
                                        "payment",
                                        "The provider's event %s is not worked off.",
                                        "select event_id from provider_event where worked_off_at is null limit 5"),
                                open(
                                        "inventory",
                                        "Order %s still holds stock.",
                                        "select order_id from reservation where status = 'HELD' limit 5"),
                                open(
                                        "notification",
                                        "Mail %s waits to be sent.",
                                        """
                                select order_id || '.' || kind || ' (attempts ' || attempts || ', '
                                       || coalesce(last_error, 'no error') || ')'
                                from delivery where status = 'DUE' limit 5
                                """))
                        .flatMap(all -> all);
        return Stream.concat(outboxes, rest).toList();
    }

    private Stream<String> open(String database, String sentence, String query) {
        return sql.texts(database, query).stream().map(sentence::formatted);
    }
}
