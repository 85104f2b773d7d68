package io.swiftcart.perf.bench.shop;

import io.swiftcart.perf.bench.BenchFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fills the shop's databases with finished orders of the month before yesterday: copies of orders
 * that were just placed, in every service that keeps something of an order, under identifiers that
 * rise with their time as real ones do. What is copied keeps the books whole: the stock that went
 * out with the copies has come in before.
 */
public final class StoredOrders {
    private static final int PATTERNS = 200;
    private static final int BATCH = 50_000;
    private static final Duration OLDEST = Duration.ofDays(31);
    private static final Duration SPAN = Duration.ofDays(30);

    /**
     * A table with rows of orders.
     *
     * @param order what tells the order of a row {@code t}
     * @param unique columns of text in which every row has its own
     */
    private record Kept(String database, String table, String order, Set<String> unique) {}

    private static final String ORDER_ID = "t.order_id";
    private static final String ORDER_OF_PAYMENT =
            "(select p.order_id from payment p where p.payment_id = t.payment_id)";
    private static final List<Kept> TABLES =
            List.of(
                    new Kept("orders", "orders", "t.id", Set.of("order_number")),
                    new Kept("orders", "order_line", ORDER_ID, Set.of()),
                    new Kept("orders", "checkout", ORDER_ID, Set.of()),
                    new Kept("orders", "order_event", ORDER_ID, Set.of()),
                    new Kept("payment", "attempt", ORDER_OF_PAYMENT, Set.of("request_key")),
                    new Kept("payment", "payment", ORDER_ID, Set.of()),
                    new Kept("payment", "ledger_entry", ORDER_ID, Set.of()),
                    new Kept("payment", "provider_event", ORDER_ID, Set.of("event_id")),
                    new Kept("payment", "provider_charge", ORDER_ID, Set.of("charge_id")),
                    new Kept("inventory", "reservation", ORDER_ID, Set.of()),
                    new Kept("inventory", "movement", ORDER_ID, Set.of()),
                    new Kept("notification", "delivery", ORDER_ID, Set.of()));

    private static final String PATTERN_ORDERS =
            "select id from orders where status = 'CONFIRMED' order by id desc limit " + PATTERNS;
    private static final String COLUMNS =
            """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = '%s' and is_identity = 'NO'
            """;
    private static final String PATTERN =
            """
            create temp table pattern as
            select t.*, o.place from %s t
            join unnest(array[%s]::uuid[]) with ordinality o(id, place) on o.id = %s
            """;
    private static final String COPY =
            """
            insert into %s (%s) select %s
            from generate_series(%d, %d) i join pattern t on t.place = i %% %d + 1
            """;
    private static final String COME_IN =
            """
            insert into movement (sku, type, on_hand_delta, reserved_delta, reason, occurred_at)
            select s.sku, 'RECEIVED', s.on_hand - sum(m.on_hand_delta),
                s.reserved - sum(m.reserved_delta), 'sold since', min(m.occurred_at)
            from movement m join stock s using (sku) group by s.sku, s.on_hand, s.reserved
            having s.on_hand <> sum(m.on_hand_delta) or s.reserved <> sum(m.reserved_delta)
            """;

    /** As inventory does in its next minutes; what came in just now is later than that. */
    private static final String CLOSE =
            """
            with horizon as materialized (select uuidv7(interval '-10 minutes') as up_to)
            insert into closing (sku, up_to, on_hand, reserved)
            select sku, up_to, sum(on_hand_delta), sum(reserved_delta)
            from movement join horizon on movement_id <= up_to group by sku, up_to
            on conflict (sku) do update
            set up_to = excluded.up_to, on_hand = excluded.on_hand, reserved = excluded.reserved
            """;

    private final Databases databases;

    public StoredOrders(Databases databases) {
        this.databases = databases;
    }

    /** Orders that are stored now. */
    public long count() {
        return (long) databases.number("orders", "select count(*) from orders");
    }

    /** Stores orders until there are so many; the shop must be at rest. */
    public void fillUpTo(long wanted) {
        long stored = count();
        if (stored >= wanted) {
            return;
        }
        List<String> patterns =
                databases.rows("orders", PATTERN_ORDERS).stream().map(row -> row[0]).toList();
        if (patterns.isEmpty()) {
            throw new BenchFailure("No order is confirmed that could be copied.");
        }
        eachDatabase(table -> copy(table, patterns, stored + 1, wanted));
        // Copies are older than what was added up last: all of it is added up again.
        databases.execute("inventory", List.of("delete from closing", COME_IN, CLOSE));
        eachDatabase(table -> databases.execute(table.database, "vacuum analyze " + table.table));
        // What was written here shall not be flushed while others are measured.
        databases.execute("orders", "checkpoint");
    }

    /** Databases at the same time, tables of one after the other. */
    private static void eachDatabase(Consumer<Kept> work) {
        TABLES.stream().collect(Collectors.groupingBy(Kept::database)).values().parallelStream()
                .forEach(tables -> tables.forEach(work));
    }

    private void copy(Kept kept, List<String> patterns, long first, long last) {
        List<String[]> columns = databases.rows(kept.database, COLUMNS.formatted(kept.table));
        String names = columns.stream().map(each -> each[0]).collect(Collectors.joining(", "));
        String values =
                columns.stream()
                        .map(each -> value(kept, each[0], each[1], last))
                        .collect(Collectors.joining(", "));
        String ids = patterns.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        // References hold by themselves: whole orders are copied.
        statements.add("set session_replication_role = replica");
        statements.add(PATTERN.formatted(kept.table, ids, kept.order));
        for (long from = first; from <= last; from += BATCH) {
            long to = Math.min(last, from + BATCH - 1);
            statements.add(COPY.formatted(kept.table, names, values, from, to, patterns.size()));
        }
        databases.execute(kept.database, statements);
    }

    private static String value(Kept kept, String column, String type, long last) {
        String own = "t." + column;
        if (kept.unique.contains(column)) {
            return own + " || '-' || i";
        }
        return switch (type) {
            case "uuid" -> identifier(own, last);
            case "timestamp with time zone" -> own + " - " + age(last);
            default -> own;
        };
    }

    /** Of version 7: milliseconds first, the rest from what it is a copy of. */
    private static String identifier(String own, long last) {
        String millis =
                "(%d + i * %d / %d)"
                        .formatted(
                                Instant.now()
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .minus(OLDEST)
                                        .toEpochMilli(),
                                SPAN.toMillis(),
                                last);
        return ("overlay(overlay(left(lpad(to_hex(%s), 12, '0') || md5(%s::text || i), 32)"
                        + " placing '7' from 13) placing '8' from 17)::uuid")
                .formatted(millis, own);
    }

    private static String age(long last) {
        return "make_interval(secs => %d - i * %d.0 / %d)"
                .formatted(OLDEST.toSeconds(), SPAN.toSeconds(), last);
    }
}
