package io.swiftcart.payment.balances;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the money of orders with what the ledger says of it, by order id, in one snapshot. */
@ApplicationScoped
class OrderBalanceQuery {

    private static final int LIMIT_DEFAULT = 200;
    private static final int LIMIT_MAX = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String PAGE =
            """
            select p.order_id, p.status, p.captured_amount, p.refunded_amount, p.currency, booked.debit, booked.credit
            from (select * from payment where order_id > $1 order by order_id limit $2) p,
                 lateral (select coalesce(sum(amount) filter (where side = 'DEBIT'), 0)::bigint as debit,
                                 coalesce(sum(amount) filter (where side = 'CREDIT'), 0)::bigint as credit
                          from ledger_entry e where e.order_id = p.order_id) booked
            order by p.order_id\
            """;

    private final Database database;

    OrderBalanceQuery(Database database) {
        this.database = database;
    }

    /** Up to {@code limit} orders (1 to 1000, 200 when not said) after {@code after}. */
    Uni<Page<OrderBalanceView>> page(@Nullable String after, @Nullable String limit) {
        int wanted = wanted(limit);
        return database.pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(begin(after), wanted + 1))
                .map(rows -> page(rows, wanted));
    }

    private static Page<OrderBalanceView> page(RowSet<Row> rows, int limit) {
        List<OrderBalanceView> read =
                StreamSupport.stream(rows.spliterator(), false)
                        .map(OrderBalanceQuery::view)
                        .toList();
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        return new Page<>(read.subList(0, limit), read.get(limit - 1).orderId().toString());
    }

    private static OrderBalanceView view(Row row) {
        return new OrderBalanceView(
                row.getUUID("order_id"),
                row.getString("status"),
                row.getLong("captured_amount"),
                row.getLong("refunded_amount"),
                row.getString("currency"),
                row.getLong("debit"),
                row.getLong("credit"));
    }

    private static UUID begin(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return BEFORE_ALL;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST, "after must be an order id.");
        }
    }

    private static int wanted(@Nullable String limit) {
        if (limit == null) {
            return LIMIT_DEFAULT;
        }
        int wanted = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > LIMIT_MAX) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "limit must be a number from 1 to 1000.");
        }
        return wanted;
    }
}
