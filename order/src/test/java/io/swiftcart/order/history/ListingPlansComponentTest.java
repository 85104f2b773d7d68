package io.swiftcart.order.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.Reader;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Asks PostgreSQL how it answers, with enough orders that the plan matters. */
@QuarkusTest
class ListingPlansComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Of every page of 51, and of what is filtered out on the way to it. */
    private static final int READ_MAX = 600;

    private static final Pattern ROWS =
            Pattern.compile("(?:actual rows=|Removed by Filter: )(\\d+)");

    /**
     * One order each ten minutes of a year that is over; SKU-EARLY is on the first of them alone.
     */
    private static final String FILL =
            """
            with placed as (
                insert into orders (id, order_number, customer_id, status, payment_status, fulfillment_status, currency,
                                    subtotal, discount, shipping, tax, total_amount, payment_method, version,
                                    created_at, updated_at)
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000'
                        || lpad(to_hex(n), 12, '0'))::uuid,
                       'PLAN-' || n, 'customer-' || n % 500, case n % 50 when 0 then 'FAILED' else 'CONFIRMED' end,
                       'SUCCEEDED', 'UNFULFILLED', 'USD', 1, 0, 0, 0, 1, 'pm', 2, at, at
                from (select n, timestamptz '2025-01-01' + n * interval '10 minutes' as at
                      from generate_series(1, 20000) n) as each
                returning id, created_at)
            insert into order_line (order_id, line_no, sku, name, qty, unit_price)
            select id, 1, case when created_at < '2025-01-05' then 'SKU-EARLY' else 'SKU-ALWAYS' end, 'Thing', 1, 1
            from placed
            """;

    private static final List<String> QUERIES =
            List.of(
                    "",
                    "from=2025-01-03 to=2025-01-04",
                    "from=2025-03-01",
                    "to=2025-01-04",
                    "status=FAILED",
                    "status=CONFIRMED to=2025-01-04",
                    "status=COMPLETED",
                    "customer=customer-7",
                    "customer=customer-7 status=FAILED",
                    "customer=customer-7 to=2025-01-04",
                    "sku=SKU-EARLY",
                    "sku=SKU-ALWAYS",
                    "sku=SKU-NONE",
                    "sku=SKU-ALWAYS to=2025-01-06",
                    "sku=SKU-ALWAYS status=CONFIRMED to=2025-01-06",
                    "sku=SKU-ALWAYS customer=customer-7");

    private final Pool pool;

    ListingPlansComponentTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void no_filter_reads_more_orders_than_it_shows_by_far() {
        SqlConnection connection = waitFor(pool.getConnection());
        // Rolled back, so that no other test meets these orders.
        Transaction tx = waitFor(connection.begin());
        try {
            waitFor(connection.query(FILL).execute());
            waitFor(connection.query("analyze orders").execute());
            waitFor(connection.query("analyze order_line").execute());
            List<String> bad = new ArrayList<>();
            for (String query : QUERIES) {
                check(connection, query, Reader.ofEverything(), bad);
                check(connection, query, new Reader(false, "customer-9", null), bad);
            }
            assertTrue(bad.isEmpty(), () -> String.join("\n\n", bad));
        } finally {
            waitFor(tx.rollback());
            waitFor(connection.close());
        }
    }

    private static void check(
            SqlConnection connection, String query, Reader reader, List<String> bad) {
        ListStatement list = ListStatement.of(filter(query), reader, 51);
        String plan =
                StreamSupport.stream(
                                waitFor(
                                                connection
                                                        .preparedQuery(
                                                                "explain (analyze, costs off, timing off) "
                                                                        + list.sql())
                                                        .execute(list.parameters()))
                                        .spliterator(),
                                false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"));
        assertFalse(plan.isEmpty());
        Matcher rows = ROWS.matcher(plan);
        while (rows.find()) {
            if (Integer.parseInt(rows.group(1)) > READ_MAX) {
                bad.add(query + " of " + reader + "\n" + list.sql() + "\n" + plan);
                return;
            }
        }
    }

    private static OrderFilter filter(String query) {
        OrderFilter.Query asked = new OrderFilter.Query();
        for (String member : query.isEmpty() ? new String[0] : query.split(" ")) {
            String[] parts = member.split("=");
            switch (parts[0]) {
                case "from" -> asked.from = parts[1] + "T00:00:00Z";
                case "to" -> asked.to = parts[1] + "T00:00:00Z";
                case "status" -> asked.status = parts[1];
                case "customer" -> asked.customer = parts[1];
                case "sku" -> asked.sku = parts[1];
                default -> throw new IllegalArgumentException(member);
            }
        }
        return OrderFilter.of(asked);
    }

    private static <T> T waitFor(Uni<T> work) {
        return work.await().atMost(SOON);
    }
}
