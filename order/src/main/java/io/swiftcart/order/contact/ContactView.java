package io.swiftcart.order.contact;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to write to about an order; both are absent when a machine client ordered without saying.
 */
@Schema(
        name = "OrderContact",
        requiredProperties = {"orderId", "orderNumber"})
record ContactView(
        UUID orderId, String orderNumber, @Nullable String email, @Nullable String name) {

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "ContactView[" + orderId + ", ***]";
    }
}
