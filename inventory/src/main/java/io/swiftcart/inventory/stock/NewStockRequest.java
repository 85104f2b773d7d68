package io.swiftcart.inventory.stock;

import io.swiftcart.inventory.domain.Sku;
import io.swiftcart.inventory.domain.StockLevel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Stock to make.
 *
 * @param onHand units received, 0 or more
 * @param lowStockThreshold at or below this many available the stock is low
 */
@Schema(name = "NewStock")
record NewStockRequest(
        @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
        @NotNull @Min(0) @Max(StockLevel.ON_HAND_MAX) Integer onHand,
        @NotNull @Min(0) @Max(StockLevel.ON_HAND_MAX) Integer lowStockThreshold) {}
