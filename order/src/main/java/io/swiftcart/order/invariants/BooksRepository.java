package io.swiftcart.order.invariants;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.neighbours.Books.Balance;
import io.swiftcart.order.neighbours.Books.Hold;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Our own books beside a page of a neighbour's. */
@ApplicationScoped
class BooksRepository {
    /** Our orders of a page that are final and have been left alone for a while. */
    private static final String QUIET =
            """
            (select o.id, o.status, o.total_amount, o.refunded_amount
             from orders o join checkout c on c.order_id = o.id
             where o.id > $1 and o.id <= $2 and c.deadline_at is null and o.updated_at < now() - interval '%d seconds'
               and not exists (select from refund r where r.order_id = o.id and r.deadline_at is not null)) o
            """;

    /**
     * What stands must be paid, what came to nothing must not, and nothing is paid without its
     * order.
     */
    private static final String MONEY =
            """
            select coalesce(o.id, t.id) as id, o.status, o.total_amount - o.refunded_amount as ours,
                   coalesce(t.captured - t.refunded, 0) as theirs
            from unnest($3::uuid[], $4::bigint[], $5::bigint[]) as t(id, captured, refunded) full join
            """
                    + QUIET.formatted(10)
                    + """
                    on o.id = t.id
                    where (o.id is null and t.captured > 0 and not exists (select from orders a where a.id = t.id))
                       or (o.status in ('CONFIRMED', 'FULFILLED', 'COMPLETED')
                           and coalesce(t.captured - t.refunded, 0) <> o.total_amount - o.refunded_amount)
                       or (o.status in ('FAILED', 'CANCELLED') and t.captured <> t.refunded)
                    limit 1000
                    """;

    /** What stands has its stock, and what came to nothing holds none: units go back by a fact. */
    private static final String STOCK =
            """
            select o.id, o.status, coalesce(t.status, 'none') as theirs
            from unnest($3::uuid[], $4::text[]) as t(id, status) right join
            """
                    + QUIET.formatted(60)
                    + """
                    on o.id = t.id
                    where (o.status in ('CONFIRMED', 'FULFILLED', 'COMPLETED')
                           and coalesce(t.status, 'none') not in ('HELD', 'COMMITTED'))
                       or (o.status in ('FAILED', 'CANCELLED') and t.status in ('HELD', 'COMMITTED'))
                    limit 1000
                    """;

    private static final String COUNT = "select count(*) from orders where id > $1";
    private static final String BEFORE_NEWEST =
            "select id from orders order by id desc offset $1 limit 1";

    private final Database database;

    BooksRepository(Database database) {
        this.database = database;
    }

    /** The order before the newest so many; the smallest id there is when there are fewer. */
    Uni<UUID> beforeNewest(int orders) {
        return database.pool()
                .preparedQuery(BEFORE_NEWEST)
                .execute(Tuple.of(orders))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? new UUID(0, 0)
                                        : rows.iterator().next().getUUID("id"));
    }

    Uni<Long> countAfter(UUID order) {
        return database.pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(order))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** How the money of the orders after the first and up to the last differs. */
    Uni<List<Difference>> money(UUID after, UUID upTo, List<Balance> theirs) {
        return compare(
                MONEY,
                Tuple.tuple()
                        .addUUID(after)
                        .addUUID(upTo)
                        .addArrayOfUUID(all(theirs, Balance::orderId).toArray(UUID[]::new))
                        .addArrayOfLong(all(theirs, Balance::captured).toArray(Long[]::new))
                        .addArrayOfLong(all(theirs, Balance::refunded).toArray(Long[]::new)),
                BooksRepository::moneyDiffers);
    }

    /** How the stock of the orders after the first and up to the last differs. */
    Uni<List<Difference>> stock(UUID after, UUID upTo, List<Hold> theirs) {
        return compare(
                STOCK,
                Tuple.tuple()
                        .addUUID(after)
                        .addUUID(upTo)
                        .addArrayOfUUID(all(theirs, Hold::orderId).toArray(UUID[]::new))
                        .addArrayOfString(all(theirs, Hold::status).toArray(String[]::new)),
                BooksRepository::stockDiffers);
    }

    private Uni<List<Difference>> compare(
            String sql, Tuple parameters, Function<Row, Difference> mapping) {
        return database.pool()
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> differences(rows, mapping));
    }

    private static List<Difference> differences(
            RowSet<Row> rows, Function<Row, Difference> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    private static Difference moneyDiffers(Row row) {
        UUID id = row.getUUID("id");
        String status = row.getString("status");
        long theirs = row.getLong("theirs");
        if (status == null) {
            return new Difference(
                    "I9",
                    "Payment keeps %d of order %s, which does not exist.".formatted(theirs, id));
        }
        if (status.equals("FAILED") || status.equals("CANCELLED")) {
            return new Difference(
                    "I5",
                    "Order %s is %s, but payment keeps %d of it.".formatted(id, status, theirs));
        }
        return new Difference(
                "I4",
                "Order %s is %s and worth %d, but payment keeps %d."
                        .formatted(id, status, row.getLong("ours"), theirs));
    }

    private static Difference stockDiffers(Row row) {
        String status = row.getString("status");
        boolean ended = status.equals("FAILED") || status.equals("CANCELLED");
        return new Difference(
                ended ? "I5" : "I3",
                "Order %s is %s, but its reservation is %s."
                        .formatted(row.getUUID("id"), status, row.getString("theirs")));
    }

    private static <T, R> List<R> all(List<T> items, Function<T, R> part) {
        return items.stream().map(part).toList();
    }
}
