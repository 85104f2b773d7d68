package io.swiftcart.order.promoting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of promotions, as managers write it. */
@ApplicationScoped
class PromotionRepository {
    private static final String INSERT =
            """
            insert into promotion (code, kind, percent, amount, currency, sku, buy, free, valid_from, valid_until,
                                   usage_limit, active, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
            on conflict (code) do nothing returning *
            """;
    private static final String UPDATE =
            """
            update promotion
            set kind = $2, percent = $3, amount = $4, currency = $5, sku = $6, buy = $7, free = $8, valid_from = $9,
                valid_until = $10, usage_limit = $11, active = $12, updated_at = $13, version = version + 1
            where code = $1 and version = $14 returning *
            """;
    private static final String FIND = "select * from promotion where code = $1";
    private static final String LIST =
            "select * from promotion where $1::text is null or code > $1 order by code limit $2";

    /** Null when another promotion has the code. */
    Uni<@Nullable PromotionView> insert(
            SqlClient client, PromotionRequest request, OffsetDateTime now) {
        return client.preparedQuery(INSERT)
                .execute(row(request.code(), request, now))
                .map(PromotionRepository::first);
    }

    /** Null when it is not there at this version. */
    Uni<@Nullable PromotionView> update(
            SqlClient client,
            String code,
            long version,
            PromotionRequest request,
            OffsetDateTime now) {
        return client.preparedQuery(UPDATE)
                .execute(row(code, request, now).addLong(version))
                .map(PromotionRepository::first);
    }

    Uni<@Nullable PromotionView> find(SqlClient client, String code) {
        return client.preparedQuery(FIND).execute(Tuple.of(code)).map(PromotionRepository::first);
    }

    Uni<List<PromotionView>> list(SqlClient client, @Nullable String after, int most) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(after, most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PromotionView::from)
                                        .toList());
    }

    private static @Nullable PromotionView first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : PromotionView.from(rows.iterator().next());
    }

    private static Tuple row(String code, PromotionRequest request, OffsetDateTime now) {
        return Tuple.tuple()
                .addString(code)
                .addString(request.kind())
                .addInteger(request.percent())
                .addLong(request.amount())
                .addString(request.currency())
                .addString(request.sku())
                .addInteger(request.buy())
                .addInteger(request.free())
                .addOffsetDateTime(request.validFrom())
                .addOffsetDateTime(request.validUntil())
                .addInteger(request.usageLimit())
                .addBoolean(request.active() == null || request.active())
                .addOffsetDateTime(now);
    }
}
