package io.swiftcart.inventory.ledger;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads reservations. */
public final class ReservationBook {
    private static final String FIND =
            "select order_id, status, skus, quantities, expires_at from reservation where order_id"
                    + " = $1";

    private ReservationBook() {}

    /** The reservation of the order, if it has one. */
    public static Uni<Optional<Reservation>> find(SqlClient client, OrderId orderId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(orderId.value()))
                .map(ReservationBook::first);
    }

    /** The reservation of a row with order_id, status, skus, quantities and expires_at. */
    public static Reservation from(Row row) {
        OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
        return new Reservation(
                new OrderId(row.getUUID("order_id")),
                Reservation.Status.valueOf(row.getString("status")),
                lines(row),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    /** The lines of a row with skus and quantities. */
    public static Lines lines(Row row) {
        String[] skus = row.getArrayOfStrings("skus");
        Integer[] quantities = row.getArrayOfIntegers("quantities");
        return new Lines(
                IntStream.range(0, skus.length)
                        .mapToObj(i -> new Line(skus[i], quantities[i]))
                        .toList());
    }

    private static Optional<Reservation> first(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(from(row.next())) : Optional.empty();
    }
}
