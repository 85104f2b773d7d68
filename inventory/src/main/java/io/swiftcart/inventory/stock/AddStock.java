package io.swiftcart.inventory.stock;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.InventoryProblem;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.hint.AvailabilityHint;
import io.swiftcart.inventory.ledger.LedgerStatement;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes the stock of a SKU that has none; what it begins with is its first movement. */
@ApplicationScoped
class AddStock {
    private static final LedgerStatement ADD =
            LedgerStatement.ofNewStock(
                    """
                    moved as (
                        insert into stock (sku, on_hand, low_stock_threshold, updated_at)
                        values ($3, $4, $5, $2::timestamptz)
                        on conflict (sku) do nothing
                        returning *, on_hand as gained
                    ),
                    change as (
                        select sku, null::uuid as order_id, 'RECEIVED' as type, on_hand as on_hand_delta,
                               0 as reserved_delta, 'first stock' as reason
                          from moved
                    )\
                    """);

    private final StockLedger ledger;
    private final AvailabilityHint hint;

    AddStock(StockLedger ledger, AvailabilityHint hint) {
        this.ledger = ledger;
        this.hint = hint;
    }

    /** The stock that was made; a problem with status 409 when the SKU already has stock. */
    Uni<StockLevel> with(NewStockRequest request) {
        return ledger.apply(ADD, request.sku(), request.onHand(), request.lowStockThreshold())
                .call(hint::remember)
                .map(AddStock::made);
    }

    private static StockLevel made(List<StockLevel> made) {
        if (made.isEmpty()) {
            throw new Problem(InventoryProblem.STOCK_EXISTS, "Change the stock that is there.")
                    .pointing("/sku", "has stock");
        }
        return made.getFirst();
    }
}
