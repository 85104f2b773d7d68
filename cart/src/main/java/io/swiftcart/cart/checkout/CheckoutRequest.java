package io.swiftcart.cart.checkout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cart goes into checkout.
 *
 * @param sessionId of the checkout session, for the log
 * @param until to when it must not expire
 */
@Schema(name = "BeginCheckout")
record CheckoutRequest(@NotBlank @Size(max = 100) String sessionId, @NotNull Instant until) {}
