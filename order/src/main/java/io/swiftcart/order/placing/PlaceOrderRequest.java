package io.swiftcart.order.placing;

import io.swiftcart.order.recording.Address;
import io.swiftcart.order.recording.Customer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders}. Amounts are in the minor unit of {@code currency}; prices and
 * totals are only ever compared with ours, never taken over.
 *
 * @param paymentMethod the provider's token, never a card number
 * @param expectedTotal when sent, the order is refused unless its total is this
 */
@Schema(
        name = "PlaceOrder",
        examples =
                """
                {"items": [{"sku": "SKU-123", "qty": 2, "unitPrice": 1299}], "currency": "USD",
                "paymentMethod": "pm_card_visa", "expectedTotal": 2598}""")
public record PlaceOrderRequest(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_]{1,255}") String paymentMethod,
        @Nullable @Valid Customer customer,
        @Nullable @Valid Address shippingAddress,
        @Nullable @Min(0) Long expectedTotal) {

    /** One SKU; {@code unitPrice}, when sent, must equal the current price. */
    @Schema(name = "PlaceOrderItem")
    public record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,63}") String sku,
            @NotNull @Min(1) @Max(999) Integer qty,
            @Nullable @Min(1) Long unitPrice) {}
}
