package io.swiftcart.order.history;

import io.swiftcart.order.stored.Reader;
import io.swiftcart.order.stored.StoredOrder;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The statement of one page of orders, newest first. It holds only the conditions that were asked
 * for: a prepared statement that leaves each of them open is planned for none, and reads the whole
 * table.
 */
final class ListStatement {
    /** An order's id is drawn after its time was taken, at most so much later, clocks included. */
    private static final Duration DRAWN_WITHIN = Duration.ofMinutes(1);

    private final List<String> conditions = new ArrayList<>();
    private final Tuple parameters = Tuple.tuple();
    private final boolean bySku;

    private ListStatement(boolean bySku) {
        this.bySku = bySku;
    }

    static ListStatement of(OrderFilter filter, Reader reader, int most) {
        ListStatement list = new ListStatement(filter.sku() != null);
        if (!reader.manager()) {
            list.where("o.customer_id = %s", reader.customerId());
        }
        if (filter.customer() != null) {
            list.where("o.customer_id = %s", filter.customer());
        }
        if (filter.status() != null) {
            list.where("o.status = %s", filter.status());
        }
        if (filter.sku() != null) {
            list.where("l.sku = %s", filter.sku());
        }
        if (filter.from() != null) {
            list.where("o.created_at >= %s", filter.from());
            list.whereId(">=", firstId(filter.from().minus(DRAWN_WITHIN)));
        }
        if (filter.to() != null) {
            list.where("o.created_at < %s", filter.to());
            list.whereId("<", firstId(filter.to().plus(DRAWN_WITHIN)));
        }
        if (filter.after() != null) {
            list.whereId("<", filter.after());
        }
        list.parameters.addInteger(most);
        return list;
    }

    String sql() {
        // An order has a SKU on one line at most.
        return "select "
                + StoredOrder.COLUMNS
                + " from orders o"
                + (bySku ? " join order_line l on l.order_id = o.id" : "")
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by o.id desc limit $"
                + parameters.size();
    }

    Tuple parameters() {
        return parameters;
    }

    private void where(String condition, Object value) {
        parameters.addValue(value);
        conditions.add(condition.formatted("$" + parameters.size()));
    }

    /** Both tables say it, because PostgreSQL does not conclude it from their being joined. */
    private void whereId(String comparison, UUID id) {
        where("o.id " + comparison + " %s", id);
        if (bySku) {
            conditions.add("l.order_id " + comparison + " $" + parameters.size());
        }
    }

    /**
     * The first UUIDv7 of a moment: ids are in the order of creation, so a range of time is a range
     * of every index that ends in the id.
     */
    private static UUID firstId(OffsetDateTime time) {
        long millis = Math.max(0, time.toInstant().toEpochMilli());
        return new UUID(millis << 16, 0);
    }
}
