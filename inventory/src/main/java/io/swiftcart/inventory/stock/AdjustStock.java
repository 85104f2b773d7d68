package io.swiftcart.inventory.stock;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.InventoryProblem;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.domain.StockLevel.Adjustment;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Corrects what is on hand, by a delta or to a count. */
@ApplicationScoped
class AdjustStock {
    private static final LedgerStatement MOVE =
            LedgerStatement.ofStock(
                    """
                    change as (
                        select $3::text as sku, null::uuid as order_id, $4::text as type, $5::integer as on_hand_delta,
                               0 as reserved_delta, $6::text as reason
                    )\
                    """);

    private final Database database;
    private final StockQuery query;
    private final StockLedger ledger;
    private final AvailabilityHint hint;

    AdjustStock(Database database, StockQuery query, StockLedger ledger, AvailabilityHint hint) {
        this.database = database;
        this.query = query;
        this.ledger = ledger;
        this.hint = hint;
    }

    /**
     * The stock after the change, which must be based on version {@code basis}. Problems: 404 no
     * stock, 412 stale, 409 below what is reserved, 400 beyond the limit.
     */
    Uni<StockLevel> with(String sku, long basis, StockChangeRequest request) {
        StockChangeRequest change = request.checked();
        return database.inTransaction(tx -> adjust(tx, sku, basis, change))
                .call(stock -> hint.remember(List.of(stock)));
    }

    private Uni<StockLevel> adjust(
            SqlConnection tx, String sku, long basis, StockChangeRequest change) {
        return query.lock(tx, sku)
                .chain(stock -> apply(tx, stock, change.of(stock, basis), change.reason()));
    }

    private Uni<StockLevel> apply(
            SqlConnection tx, StockLevel stock, Adjustment adjustment, String reason) {
        return switch (adjustment) {
            case Adjustment.Move(var delta, var movement) ->
                    ledger.apply(tx, MOVE, stock.sku(), movement.name(), delta, reason)
                            .map(List::getFirst);
            case Adjustment.Nothing() -> Uni.createFrom().item(stock);
            case Adjustment.Stale() -> Uni.createFrom().failure(ETags.stale());
            case Adjustment.BelowReserved() -> Uni.createFrom().failure(belowReserved(stock));
            case Adjustment.BeyondLimit() -> Uni.createFrom().failure(beyondLimit());
        };
    }

    private static Problem belowReserved(StockLevel stock) {
        return new Problem(
                        InventoryProblem.STOCK_BELOW_RESERVED,
                        "Units that are kept for orders cannot be taken away.")
                .with("onHand", stock.onHand())
                .with("reserved", stock.reserved());
    }

    private static Problem beyondLimit() {
        String detail =
                "At most %d units of a SKU can be on hand.".formatted(StockLevel.ON_HAND_MAX);
        return new Problem(CommonProblem.VALIDATION_FAILED, detail)
                .pointing("/delta", "comes to more");
    }
}
