package io.swiftcart.cart.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartLine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cart as the order service needs it.
 *
 * @param customerId null for a guest's
 * @param version to discard it with
 * @param items all lines, also what is discontinued: the order service decides from its own view
 */
@Schema(name = "CheckoutCart")
record CheckoutView(
        @Schema(required = true) String cartId,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String customerId,
        @Schema(required = true) String currency,
        @Schema(required = true) long version,
        @Schema(required = true) List<Item> items) {

    /** One line, with the price of one unit now. */
    @Schema(name = "CheckoutItem")
    record Item(
            @Schema(required = true) String sku,
            @Schema(required = true) String name,
            @Schema(required = true) int qty,
            @Schema(required = true) long unitPrice) {

        static Item of(CartLine line) {
            return new Item(line.sku(), line.name(), line.qty(), line.unitPrice().minorUnits());
        }
    }

    static CheckoutView of(Cart cart) {
        return new CheckoutView(
                cart.id(),
                cart.customerId(),
                cart.currency().getCurrencyCode(),
                cart.version(),
                cart.lines().stream().map(Item::of).toList());
    }
}
