package io.swiftcart.cart.carts;

import io.swiftcart.cart.domain.Cart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units that a line is to have. */
@Schema(name = "SetQuantity", examples = "{\"qty\": 3}")
record SetQuantityRequest(@NotNull @Min(1) @Max(Cart.MAX_UNITS) Integer qty) {}
