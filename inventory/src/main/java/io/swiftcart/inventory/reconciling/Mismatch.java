package io.swiftcart.inventory.reconciling;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two books that say different things, about a SKU or about an order.
 *
 * @param kind on-hand or reserved: stock and its movements; held: reserved and what orders hold;
 *     movements: an order and its movements; stray: a movement of an order that has no such line;
 *     overdue: a hold that should have expired; shortfall: a confirmed order without its units
 * @param ours what stock or reservation say
 * @param theirs what the other book says
 */
@Schema(name = "InventoryMismatch")
record Mismatch(
        @Nullable String sku, @Nullable UUID orderId, String kind, String ours, String theirs) {

    static Mismatch from(Row row) {
        return new Mismatch(
                row.getString("sku"),
                row.getUUID("order_id"),
                row.getString("kind"),
                row.getString("ours"),
                row.getString("theirs"));
    }

    /** A hold that should have expired still keeps its units from being sold. */
    boolean leaksUnits() {
        return kind.equals("overdue");
    }

    String sentence() {
        return "%s of %s: %s, but %s"
                .formatted(kind, sku == null ? String.valueOf(orderId) : sku, ours, theirs);
    }
}
