package io.swiftcart.inventory.stock;

import io.swiftcart.inventory.domain.StockLevel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The stock of one SKU, in units.
 *
 * @param onHand in the house
 * @param reserved of them kept for orders
 * @param available onHand less reserved
 * @param version counts the changes, orders' too; the ETag
 */
@Schema(name = "Stock")
record StockView(
        String sku,
        int onHand,
        int reserved,
        int available,
        int lowStockThreshold,
        long version,
        Instant updatedAt) {

    static StockView from(StockLevel stock) {
        return new StockView(
                stock.sku(),
                stock.onHand(),
                stock.reserved(),
                stock.available(),
                stock.lowStockThreshold(),
                stock.version(),
                stock.updatedAt());
    }
}
