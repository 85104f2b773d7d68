package io.swiftcart.order.invariants;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.platform.invariants.Invariant;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules of this service, each by its number. */
@Singleton
class Invariants {
    /** The first column is how many were looked at, the second an order that breaks the rule. */
    private static final String ENDS =
            """
            select 0::bigint as figure, c.order_id,
                   format('waits in %s and nobody has taken it up since %s', c.state, c.deadline_at) as what
            from checkout c where c.deadline_at < now() - interval '60 seconds'
            union all
            select count(*), null, null from checkout where deadline_at is not null
            """;

    private static final String NUMBERED =
            """
            with newest as (select id, version from orders order by id desc limit $1),
            counted as (
                select n.id, n.version, count(*) as events, min(e.version) as first, max(e.version) as last
                from newest n left join order_event e on e.order_id = n.id group by n.id, n.version)
            (select 0::bigint as figure, id as order_id,
                    format('is at version %s, its history has %s entries from %s to %s', version, events, first, last)
                        as what
             from counted where events <> version or first <> 1 or last <> version limit 1000)
            union all
            select count(*), null, null from newest
            """;

    private static final String TOLD =
            """
            (select 0::bigint as figure, aggregateid::uuid as order_id,
                    format('is not told: %s waits since %s', type, created_at) as what
             from outbox where created_at < now() - interval '60 seconds' order by seq limit 1000)
            union all
            select count(*), null, null from (select from order_event order by event_id desc limit $1) told
            """;

    /**
     * A look of the clock is spread over a part of its minute: at once it slowed all orders down.
     */
    private static final Duration REST = Duration.ofMillis(500);

    private final Database database;
    private final CompareBooks compareBooks;
    private final Window window;
    private final Window windowLately;

    /** One rule over the newest orders or transitions. */
    private record Rule(
            String id, Window window, Window windowLately, Function<Window, Uni<Finding>> look)
            implements Invariant {
        @Override
        public Uni<Finding> check() {
            return look.apply(window);
        }

        @Override
        public Uni<Finding> checkLately() {
            return look.apply(windowLately);
        }
    }

    Invariants(
            Database database,
            CompareBooks compareBooks,
            @ConfigProperty(name = "swiftcart.order.invariants.window", defaultValue = "100000")
                    int window,
            @ConfigProperty(
                            name = "swiftcart.order.invariants.window-lately",
                            defaultValue = "20000")
                    int windowLately) {
        this.database = database;
        this.compareBooks = compareBooks;
        this.window = new Window(window, Duration.ZERO);
        this.windowLately = new Window(windowLately, REST);
    }

    /** What stands has its stock. */
    @Produces
    @Singleton
    Invariant stockOfOrders() {
        return compared("I3");
    }

    /** What payment keeps of an order is what the order is worth. */
    @Produces
    @Singleton
    Invariant moneyOfOrders() {
        return compared("I4");
    }

    /** What came to nothing holds no money and no stock. */
    @Produces
    @Singleton
    Invariant nothingKept() {
        return compared("I5");
    }

    /**
     * Every checkout that is open is taken up again; one that goes on for long is stuck, not lost.
     */
    @Produces
    @Singleton
    Invariant everyOrderEnds() {
        return rule("I5", _ -> look(ENDS, Tuple.tuple()));
    }

    /** The transitions of an order are numbered without a gap. */
    @Produces
    @Singleton
    Invariant historyIsWhole() {
        return rule("I7", newest -> look(NUMBERED, Tuple.of(newest.orders())));
    }

    /** Every transition is told. */
    @Produces
    @Singleton
    Invariant everyTransitionIsTold() {
        return rule("I8", newest -> look(TOLD, Tuple.of(newest.orders())));
    }

    /** No charge without its order. */
    @Produces
    @Singleton
    Invariant chargesHaveOrders() {
        return compared("I9");
    }

    private Invariant compared(String id) {
        return rule(id, newest -> compareBooks.newest(newest).map(comparison -> comparison.of(id)));
    }

    private Invariant rule(String id, Function<Window, Uni<Finding>> look) {
        return new Rule(id, window, windowLately, look);
    }

    private Uni<Finding> look(String sql, Tuple parameters) {
        return database.pool().preparedQuery(sql).execute(parameters).map(Invariants::finding);
    }

    private static Finding finding(RowSet<Row> rows) {
        long figure = 0;
        List<String> violations = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("order_id") == null) {
                figure = row.getLong("figure");
            } else {
                violations.add(
                        "Order %s %s.".formatted(row.getUUID("order_id"), row.getString("what")));
            }
        }
        return new Finding(figure, violations);
    }
}
