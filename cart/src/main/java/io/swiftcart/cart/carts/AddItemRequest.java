package io.swiftcart.cart.carts;

import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.Sku;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Units to put into a cart.
 *
 * @param qty added to what is there
 */
@Schema(name = "AddItem", examples = "{\"sku\": \"SKU-123\", \"qty\": 2}")
record AddItemRequest(
        @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
        @NotNull @Min(1) @Max(Cart.MAX_UNITS) Integer qty) {}
