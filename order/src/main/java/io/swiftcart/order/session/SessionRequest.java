package io.swiftcart.order.session;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests about a session. */
final class SessionRequest {
    /** Ids of carts are random; what has another form is no cart's. */
    static final String CART_ID = "[A-Za-z0-9_-]{1,64}";

    private SessionRequest() {}

    @Schema(name = "OpenCheckoutSession")
    record Open(@NotNull @Pattern(regexp = CART_ID) String cartId) {}

    @Schema(name = "CheckoutCustomer")
    record Customer(
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 40) String phone) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "ChooseShippingOption")
    record Option(@NotNull @Size(min = 1, max = 64) String code) {}

    /** Null takes the promotion away again. */
    @Schema(name = "EnterPromotion")
    record Promotion(@Nullable @Size(min = 1, max = 64) String code) {}

    /** The order is refused unless its total is {@code expectedTotal}. */
    @Schema(name = "CompleteCheckout")
    record Complete(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_]{1,255}") String paymentMethod,
            @NotNull @Min(0) Long expectedTotal) {}
}
