package io.swiftcart.order.session;

import io.swiftcart.order.recording.Customer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole checkout in one call.
 *
 * @param customer with a {@code shippingAddress}
 * @param shippingOption the cheapest when not said
 * @param expectedTotal when sent, the order is refused unless its total is this
 */
@Schema(name = "Checkout")
record CheckoutRequest(
        @NotNull @Pattern(regexp = SessionRequest.CART_ID) String cartId,
        @NotNull @Valid Customer customer,
        @NotNull @Pattern(regexp = "[A-Za-z0-9_]{1,255}") String paymentMethod,
        @Nullable @Size(min = 1, max = 64) String shippingOption,
        @Nullable @Size(min = 1, max = 64) String promotion,
        @Nullable @Min(0) Long expectedTotal) {}
