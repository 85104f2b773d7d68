package io.swiftcart.inventory.holds;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
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

/** Reads how reservations stand. */
@ApplicationScoped
class ReservationsQuery {
    private static final int LIMIT_MAX = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String LIST =
            "select order_id, status from reservation where order_id > $1 order by order_id limit $2";

    private final Database database;

    ReservationsQuery(Database database) {
        this.database = database;
    }

    /** One page by order id; a problem with status 400 for a bad {@code after} or limit. */
    Uni<Page<ReservationStatusView>> page(@Nullable String after, @Nullable String limit) {
        int size = size(limit);
        UUID last = after == null ? BEFORE_ALL : Ids.parse(after);
        return database.pool()
                .preparedQuery(LIST)
                .execute(Tuple.of(last, size + 1))
                .map(rows -> page(views(rows), size));
    }

    private static Page<ReservationStatusView> page(List<ReservationStatusView> read, int size) {
        if (read.size() <= size) {
            return new Page<>(read, null);
        }
        List<ReservationStatusView> kept = List.copyOf(read.subList(0, size));
        return new Page<>(kept, kept.getLast().orderId().toString());
    }

    private static List<ReservationStatusView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(
                        row ->
                                new ReservationStatusView(
                                        row.getUUID("order_id"),
                                        Reservation.Status.valueOf(row.getString("status"))))
                .toList();
    }

    private static int size(@Nullable String limit) {
        if (limit == null) {
            return LIMIT_MAX;
        }
        if (!limit.matches("[0-9]{1,4}")
                || Integer.parseInt(limit) < 1
                || Integer.parseInt(limit) > LIMIT_MAX) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "limit must be a number from 1 to 1000.");
        }
        return Integer.parseInt(limit);
    }
}
