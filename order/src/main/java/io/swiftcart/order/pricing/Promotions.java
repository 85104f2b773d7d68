package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The promotions that baskets may have. */
@ApplicationScoped
public class Promotions {
    private final Database database;
    private final PromotionRepository promotions;

    Promotions(Database database, PromotionRepository promotions) {
        this.database = database;
        this.promotions = promotions;
    }

    /** The promotion of a code, whether it holds or not; null when there is none. */
    public Uni<@Nullable Promotion> of(@Nullable String code) {
        return code == null ? Uni.createFrom().nullItem() : promotions.find(database.pool(), code);
    }

    /**
     * Counts one use for an order that is being written; false when the promotion does not hold any
     * more. Guarded by the statement itself: of any number at once only as many get it as may.
     */
    public Uni<Boolean> use(SqlClient tx, String code, OrderId order, Instant now) {
        return promotions.use(tx, code, order.value(), now);
    }
}
