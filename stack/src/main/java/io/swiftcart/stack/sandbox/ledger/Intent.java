package io.swiftcart.stack.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One payment intent as the ledger keeps it. Amounts in the currency's minor unit, currency in
 * lower case, times in epoch seconds. {@code received} is what was captured, {@code refunded} what
 * of that was given back.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Intent(
        String id,
        long amount,
        long received,
        long refunded,
        String currency,
        Status status,
        boolean manualCapture,
        String paymentMethod,
        @Nullable String chargeId,
        Map<String, String> metadata,
        long createdAt,
        @Nullable Long canceledAt,
        @Nullable String cancellationReason,
        @Nullable Decline decline) {

    /** Where an intent stands; the names in lower case are Stripe's. */
    public enum Status {
        REQUIRES_PAYMENT_METHOD,
        REQUIRES_CAPTURE,
        SUCCEEDED,
        CANCELED
    }

    /** Why the card was refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decline(String code, @Nullable String declineCode, String message) {}

    public Intent {
        metadata = Map.copyOf(metadata);
    }

    /** The order this intent pays for, as its creator wrote it into the metadata. */
    public @Nullable String orderId() {
        return metadata.get("orderId");
    }

    /** Captured: {@code captured} of the authorised amount is taken, the rest let go. */
    public Intent captured(long captured) {
        return new Intent(
                id,
                amount,
                captured,
                refunded,
                currency,
                Status.SUCCEEDED,
                manualCapture,
                paymentMethod,
                chargeId,
                metadata,
                createdAt,
                canceledAt,
                cancellationReason,
                decline);
    }

    /** Canceled at {@code at} (epoch seconds). */
    public Intent canceled(long at, @Nullable String reason) {
        return new Intent(
                id,
                amount,
                received,
                refunded,
                currency,
                Status.CANCELED,
                manualCapture,
                paymentMethod,
                chargeId,
                metadata,
                createdAt,
                at,
                reason,
                decline);
    }

    /** Refunded by {@code more}. */
    public Intent refundedBy(long more) {
        return new Intent(
                id,
                amount,
                received,
                refunded + more,
                currency,
                status,
                manualCapture,
                paymentMethod,
                chargeId,
                metadata,
                createdAt,
                canceledAt,
                cancellationReason,
                decline);
    }
}
