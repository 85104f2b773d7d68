package io.swiftcart.payment.reconciling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the report.
 *
 * @param checkedAt when the provider's list was last gone through to its end; null before the first
 *     time
 * @param checked how many charges were looked at then
 * @param mismatches as they are known now, at most 1000, oldest first
 */
@Schema(
        name = "Reconciliation",
        requiredProperties = {"checkedAt", "checked", "mismatches"})
record ReconciliationView(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant checkedAt,
        long checked,
        List<MismatchView> mismatches) {

    /** JSON of an order whose money is told differently; both sides in words. */
    @Schema(
            name = "PaymentMismatch",
            requiredProperties = {"orderId", "kind", "ours", "theirs"})
    record MismatchView(
            UUID orderId,
            @Schema(
                            enumeration = {
                                "captured-twice",
                                "missing-here",
                                "missing-there",
                                "status",
                                "amount"
                            })
                    String kind,
            String ours,
            String theirs) {

        /** The mismatch in one sentence. */
        String sentence() {
            return "Order %s is %s: ours %s, theirs %s.".formatted(orderId, kind, ours, theirs);
        }
    }
}
