package io.swiftcart.inventory.restocking;

import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.OrderId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was put back, now or by an earlier request of the same id.
 *
 * @param items each SKU once, by SKU
 */
@Schema(name = "Restocked")
record RestockView(UUID orderId, UUID restockId, List<Item> items) {

    /** One line. */
    @Schema(name = "RestockedItem")
    record Item(String sku, int qty) {
        static Item from(Line line) {
            return new Item(line.sku(), line.qty());
        }
    }

    static RestockView of(OrderId order, UUID restockId, Lines lines) {
        return new RestockView(
                order.value(), restockId, lines.all().stream().map(Item::from).toList());
    }
}
