package io.swiftcart.payment.refunding;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * JSON of a refund that the order service asks for.
 *
 * @param refundId the order service's own id of it: the same id is the same refund
 * @param amount in the currency's minor unit
 */
record OrderRefundRequest(
        @NotNull UUID refundId,
        @NotNull @Min(1) Long amount,
        @NotBlank @Size(max = 200) String reason) {

    /** The request in one canonical text. */
    String content() {
        return amount + "|" + reason;
    }
}
