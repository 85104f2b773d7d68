package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code promotion}, as managers write it and baskets use it. Each statement but {@link
 * #use} is a transaction of its own. A use is given back by the transition that ends its order.
 */
@ApplicationScoped
public class PromotionTable {
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
    private static final String USE =
            """
            with counted as (
                update promotion set used = used + 1
                where code = $1 and active
                  and (valid_from is null or valid_from <= $3) and (valid_until is null or valid_until > $3)
                  and (usage_limit is null or used < usage_limit)
                returning code)
            insert into promotion_use (order_id, code) select $2, code from counted
            """;

    private final Database database;

    PromotionTable(Database database) {
        this.database = database;
    }

    /** Null when another promotion has the code. */
    public Uni<@Nullable StoredPromotion> insert(StoredPromotion made) {
        return database.pool().preparedQuery(INSERT).execute(row(made)).map(PromotionTable::first);
    }

    /** Null when it is not there at this version. */
    public Uni<@Nullable StoredPromotion> update(StoredPromotion changed, long version) {
        return database.pool()
                .preparedQuery(UPDATE)
                .execute(row(changed).addLong(version))
                .map(PromotionTable::first);
    }

    /** Null when there is none. */
    public Uni<@Nullable StoredPromotion> find(String code) {
        return database.pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(code))
                .map(PromotionTable::first);
    }

    /** By code, from the one behind {@code after} on. */
    public Uni<List<StoredPromotion>> list(@Nullable String after, int most) {
        return database.pool()
                .preparedQuery(LIST)
                .execute(Tuple.of(after, most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(StoredPromotion::from)
                                        .toList());
    }

    /** The promotion that a basket asks for, whether it holds or not; null when there is none. */
    public Uni<@Nullable Promotion> of(@Nullable String code) {
        return code == null
                ? Uni.createFrom().nullItem()
                : find(code).map(stored -> stored == null ? null : stored.toDomain());
    }

    /**
     * Counts one use for an order that is being written; false when the promotion does not hold any
     * more. Guarded by the statement itself: of any number at once only as many get it as may.
     */
    public Uni<Boolean> use(SqlClient tx, String code, OrderId order, Instant now) {
        return tx.preparedQuery(USE)
                .execute(Tuple.of(code, order.value(), utc(now)))
                .map(result -> result.rowCount() == 1);
    }

    private static @Nullable StoredPromotion first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : StoredPromotion.from(rows.iterator().next());
    }

    private static Tuple row(StoredPromotion promotion) {
        return Tuple.tuple()
                .addString(promotion.code())
                .addString(promotion.kind())
                .addInteger(promotion.percent())
                .addLong(promotion.amount())
                .addString(promotion.currency())
                .addString(promotion.sku())
                .addInteger(promotion.buy())
                .addInteger(promotion.free())
                .addOffsetDateTime(utc(promotion.validFrom()))
                .addOffsetDateTime(utc(promotion.validUntil()))
                .addInteger(promotion.usageLimit())
                .addBoolean(promotion.active())
                .addOffsetDateTime(utc(promotion.updatedAt()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
