package io.swiftcart.payment.refunding;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a refund that is asked for.
 *
 * @param amount in the currency's minor unit; all that is left when absent
 */
record RefundRequest(@Nullable @Min(1) Long amount, @Nullable @Size(max = 200) String reason) {

    static final RefundRequest ALL = new RefundRequest(null, null);

    /** The request in one canonical text. */
    String content() {
        return (amount == null ? "all" : amount) + "|" + (reason == null ? "" : reason);
    }
}
