package io.swiftcart.stack.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One refund of an intent. Amount in the currency's minor unit, time in epoch seconds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refund(
        String id,
        String intentId,
        @Nullable String chargeId,
        long amount,
        String currency,
        @Nullable String reason,
        Map<String, String> metadata,
        long createdAt) {

    public Refund {
        metadata = Map.copyOf(metadata);
    }
}
