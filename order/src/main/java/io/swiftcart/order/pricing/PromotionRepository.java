package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.Promotion;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Promotions and their uses. A use is given back by the transition that ends its order. */
@ApplicationScoped
class PromotionRepository {
    private static final String FIND = "select * from promotion where code = $1";

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

    Uni<@Nullable Promotion> find(SqlClient client, String code) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(code))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? null
                                        : StoredPromotion.from(rows.iterator().next()));
    }

    Uni<Boolean> use(SqlClient tx, String code, UUID order, Instant now) {
        return tx.preparedQuery(USE)
                .execute(Tuple.of(code, order, now.atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }
}
