package io.swiftcart.order.history;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads orders for one reader. Another's order does not exist for them. */
@ApplicationScoped
class OrderQuery {
    private static final String BY_ID =
            "select " + StoredOrder.COLUMNS + "from orders o where o.id = $4 and " + Reader.MINE;
    private static final String BY_NUMBER =
            "select "
                    + StoredOrder.COLUMNS
                    + "from orders o where o.order_number = $4 and "
                    + Reader.MINE;
    private static final String EVENTS =
            "select e.* from order_event e join orders o on o.id = e.order_id where o.id = $4 and "
                    + Reader.MINE
                    + " order by e.version";
    private static final String EVENTS_AFTER =
            "select * from order_event where order_id = $1 and version > $2 order by version";
    private final Database database;

    OrderQuery(Database database) {
        this.database = database;
    }

    Uni<Order> byId(UUID id, Reader reader) {
        return one(BY_ID, reader.tuple().addUUID(id), StoredOrder::from);
    }

    Uni<Order> byNumber(String number, Reader reader) {
        return one(BY_NUMBER, reader.tuple().addString(number), StoredOrder::from);
    }

    Uni<List<OrderEventView>> events(UUID id, Reader reader) {
        return database.pool()
                .preparedQuery(EVENTS)
                .execute(reader.tuple().addUUID(id))
                .map(rows -> all(rows, OrderEventView::from))
                .invoke(OrderQuery::requireSome);
    }

    /** Of an order that the reader may see: what came after this version. */
    Uni<List<OrderEventView>> eventsAfter(UUID id, int version) {
        return database.pool()
                .preparedQuery(EVENTS_AFTER)
                .execute(Tuple.of(id, version))
                .map(rows -> all(rows, OrderEventView::from));
    }

    Uni<List<Order>> list(OrderFilter filter, Reader reader, int most) {
        ListStatement list = ListStatement.of(filter, reader, most);
        return database.pool()
                .preparedQuery(list.sql())
                .execute(list.parameters())
                .map(rows -> all(rows, StoredOrder::from));
    }

    private <T> Uni<T> one(String sql, Tuple parameters, Function<Row, T> mapping) {
        return database.pool()
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> all(rows, mapping))
                .invoke(OrderQuery::requireSome)
                .map(List::getFirst);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    private static void requireSome(List<?> found) {
        if (found.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such order.");
        }
    }
}
