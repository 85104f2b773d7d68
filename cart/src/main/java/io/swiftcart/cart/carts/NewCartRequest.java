package io.swiftcart.cart.carts;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cart to make; may be left out.
 *
 * @param currency ISO 4217 code of all its prices; the shop's own when not said
 */
@Schema(name = "NewCart")
record NewCartRequest(@Pattern(regexp = "[A-Z]{3}") @Nullable String currency) {}
