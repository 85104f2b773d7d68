package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.reconciling.ReconciliationView.MismatchView;
import io.swiftcart.payment.settling.Reader;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Keeps the report. Each statement is a transaction of its own. */
@ApplicationScoped
class MismatchRepository {

    private static final String ADD =
            """
            insert into payment_mismatch (order_id, kind, ours, theirs, found_at, looked_at)
            values ($1, $2, $3, $4, $5, $5)
            on conflict (order_id) do update
            set kind = excluded.kind, ours = excluded.ours, theirs = excluded.theirs, looked_at = excluded.looked_at\
            """;
    private static final String REMOVE = "delete from payment_mismatch where order_id = $1";
    private static final String LONGEST_UNSEEN =
            "select order_id from payment_mismatch order by looked_at limit $1";
    private static final String THEIRS_TO_SEE =
            "select m.order_id, m.kind, m.ours, m.theirs from payment_mismatch m"
                    + " left join payment p on p.order_id = m.order_id where "
                    + Reader.MINE
                    + " order by m.found_at limit 1000";
    private static final String COUNT = "select count(*) from payment_mismatch";

    /** How much the report rests on; one row. Captures are counted up to 100,000. */
    private static final String SUMMARY =
            """
            select last_ended_at, last_checked, (
                select count(*) from (select from provider_charge where captured_amount > 0 limit 100000) known) as captures
            from reconciliation\
            """;

    /**
     * What the report rests on: the last whole walk, and the captures that are known of it, counted
     * up to 100,000.
     */
    record Summary(Optional<Instant> checkedAt, long checked, long captures) {}

    Uni<Void> add(SqlClient client, Mismatch found, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return client.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                found.orderId().value(),
                                found.kind().code(),
                                found.ours(),
                                found.theirs(),
                                at))
                .replaceWithVoid();
    }

    Uni<Void> remove(SqlClient client, OrderId orderId) {
        return client.preparedQuery(REMOVE).execute(Tuple.of(orderId.value())).replaceWithVoid();
    }

    /**
     * Up to {@code limit} orders of the report, those first that were not looked at for longest.
     */
    Uni<List<OrderId>> longestUnseen(SqlClient client, int limit) {
        return client.preparedQuery(LONGEST_UNSEEN)
                .execute(Tuple.of(limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new OrderId(row.getUUID("order_id")))
                                        .toList());
    }

    /** The mismatches that the reader may see, oldest first, at most 1000. */
    Uni<List<MismatchView>> of(SqlClient client, Reader reader) {
        return client.preparedQuery(THEIRS_TO_SEE)
                .execute(Tuple.of(reader.manager(), reader.id()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(MismatchRepository::view)
                                        .toList());
    }

    Uni<Long> count(SqlClient client) {
        return client.preparedQuery(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Summary> summary(SqlClient client) {
        return client.preparedQuery(SUMMARY).execute().map(rows -> summary(rows.iterator().next()));
    }

    private static Summary summary(Row row) {
        return new Summary(
                Optional.ofNullable(row.getOffsetDateTime("last_ended_at"))
                        .map(OffsetDateTime::toInstant),
                row.getLong("last_checked"),
                row.getLong("captures"));
    }

    private static MismatchView view(Row row) {
        return new MismatchView(
                row.getUUID("order_id"),
                row.getString("kind"),
                row.getString("ours"),
                row.getString("theirs"));
    }
}
