package io.swiftcart.order.stored;

import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.order.domain.PaymentStatus;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.platform.money.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;

/** Reads orders from rows: the columns to select and the mapping to the domain. */
public final class StoredOrder {
    /**
     * Select list over {@code orders o}; lines come as one JSON array, so that an order is one row.
     */
    public static final String COLUMNS =
            """
            o.id, o.order_number, o.customer_id, o.status, o.payment_status, o.currency, o.subtotal, o.discount,
            o.shipping, o.tax, o.payment_method, o.payment_provider, o.payment_id, o.refunded_amount, o.failure_reason, o.version,
            o.created_at, o.updated_at,
            (select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'qty', l.qty, 'price', l.unit_price,
                                                 'discount', l.discount, 'tax', l.tax)
                              order by l.line_no)
             from order_line l where l.order_id = o.id) as lines
            """;

    private StoredOrder() {}

    /** The order of a row that was selected with {@link #COLUMNS}. */
    public static Order from(Row row) {
        Currency currency = Currency.getInstance(row.getString("currency"));
        String paymentId = row.getString("payment_id");
        return new Order(
                new OrderId(row.getUUID("id")),
                row.getString("order_number"),
                row.getString("customer_id"),
                lines(row.getJsonArray("lines"), currency),
                new Totals(
                        new Money(row.getLong("subtotal"), currency),
                        new Money(row.getLong("discount"), currency),
                        new Money(row.getLong("shipping"), currency),
                        new Money(row.getLong("tax"), currency)),
                row.getString("payment_method"),
                OrderStatus.valueOf(row.getString("status")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                paymentId == null
                        ? null
                        : new Payment(row.getString("payment_provider"), paymentId),
                new Money(row.getLong("refunded_amount"), currency),
                row.getString("failure_reason"),
                row.getInteger("version"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static java.time.Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }

    private static List<OrderLine> lines(JsonArray lines, Currency currency) {
        return lines.stream()
                .map(JsonObject.class::cast)
                .map(line -> line(line, currency))
                .toList();
    }

    private static OrderLine line(JsonObject line, Currency currency) {
        return new OrderLine(
                line.getString("sku"),
                line.getString("name"),
                line.getInteger("qty"),
                new Money(line.getLong("price"), currency),
                new Money(line.getLong("discount"), currency),
                new Money(line.getLong("tax"), currency));
    }
}
