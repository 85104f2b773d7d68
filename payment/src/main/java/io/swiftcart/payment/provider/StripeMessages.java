package io.swiftcart.payment.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this adapter reads of Stripe's JSON; other members are ignored. */
final class StripeMessages {

    private StripeMessages() {}

    /**
     * A payment intent; amounts in minor units.
     *
     * @param amountRefunded told by the sandbox; Stripe itself leaves it to the charge
     * @param created in epoch seconds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Intent(
            String id,
            String status,
            @JsonProperty("amount_received") long amountReceived,
            @JsonProperty("amount_refunded") @Nullable Long amountRefunded,
            @Nullable String currency,
            long created,
            @Nullable Map<String, String> metadata,
            @JsonProperty("last_payment_error") @Nullable Refusal lastPaymentError) {}

    /** A refund; amount in minor units. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refund(String id, String status, long amount, @Nullable Map<String, String> metadata) {}

    /** A page of intents. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Intents(List<Intent> data, @JsonProperty("has_more") boolean hasMore) {}

    /** A page of refunds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refunds(List<Refund> data, @JsonProperty("has_more") boolean hasMore) {}

    /** The body of an error answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection(registerFullHierarchy = true)
    record Failure(@Nullable Refusal error) {}

    /** Why Stripe refuses. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(
            @Nullable String type,
            @Nullable String code,
            @JsonProperty("decline_code") @Nullable String declineCode,
            @Nullable String param,
            @JsonProperty("payment_intent") @Nullable Intent intent) {

        static final Refusal UNREADABLE = new Refusal(null, null, null, null, null);

        /** The most telling code. */
        String reason() {
            if (declineCode != null) {
                return declineCode;
            }
            if (code != null) {
                return code;
            }
            return type == null ? "refused" : type;
        }
    }
}
