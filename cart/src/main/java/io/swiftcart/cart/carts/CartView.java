package io.swiftcart.cart.carts;

import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartLine;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cart as its visitor sees it; amounts in the minor unit of {@code currency}.
 *
 * @param subtotal of all lines but the discontinued ones
 */
@Schema(name = "Cart", description = "Amounts are in the minor unit of the currency.")
record CartView(
        @Schema(required = true) String cartId,
        @Schema(required = true) List<Item> items,
        @Schema(required = true, description = "Of all lines that are not discontinued")
                long subtotal,
        @Schema(required = true) String currency,
        @Schema(required = true) Instant expiresAt,
        @Schema(required = true, description = "Counts the changes of the content") long version) {

    /**
     * One line.
     *
     * @param unitPrice the price of now, which is what will be charged
     * @param previousUnitPrice the price when it was put in, if it is another
     * @param discontinued not sold any more: take it out to order the rest
     */
    @Schema(name = "CartItem")
    record Item(
            @Schema(required = true) String sku,
            @Schema(required = true) String name,
            @Schema(required = true) int qty,
            @Schema(required = true, description = "The price of now") long unitPrice,
            @Schema(required = true) long lineTotal,
            @Schema(required = true, description = "Since it was put in or its quantity was set")
                    boolean priceChanged,
            @Schema(description = "The price before, when priceChanged")
                    @Nullable Long previousUnitPrice,
            @Schema(
                            required = true,
                            description =
                                    "Not sold any more: it counts for nothing and cannot be ordered")
                    boolean discontinued) {

        static Item of(CartLine line) {
            return new Item(
                    line.sku(),
                    line.name(),
                    line.qty(),
                    line.unitPrice().minorUnits(),
                    line.total().minorUnits(),
                    line.priceChanged(),
                    line.priceChanged() ? line.putInAt().minorUnits() : null,
                    line.discontinued());
        }
    }

    static CartView of(Cart cart) {
        return new CartView(
                cart.id(),
                cart.lines().stream().map(Item::of).toList(),
                cart.subtotal().minorUnits(),
                cart.currency().getCurrencyCode(),
                cart.expiresAt(),
                cart.version());
    }
}
