package io.swiftcart.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one try came to: an answer, or none.
 *
 * @param status 0 when there was no answer
 * @param body as it came, or why there was none
 */
public record Reply(Purchase purchase, int status, String body, Duration took) {

    public boolean answered() {
        return status != 0;
    }

    /** How much longer it took than the caller was willing to wait; negative when it did not. */
    public Duration late() {
        return took.minusSeconds(purchase.waitSeconds());
    }

    /** Something happened, and this is the answer for ever. */
    public boolean isKept() {
        return switch (status) {
            case 201, 202, 402 -> true;
            case 409 -> !isInFlight();
            case 422 -> code().equals("payment-method-invalid");
            default -> false;
        };
    }

    /** A client that knows nothing tries the same again. */
    boolean isWorthRepeating() {
        return switch (status) {
            case 0, 429, 502, 503, 504 -> true;
            case 409 -> isInFlight();
            default -> false;
        };
    }

    public boolean isInFlight() {
        return code().equals("idempotency-key-in-flight");
    }

    /** The problem's code; empty if it is none. */
    public String code() {
        return answered() ? json().path("code").asText() : "";
    }

    /** Null if the answer names no order. */
    public @Nullable String orderId() {
        String id = answered() ? json().path("orderId").asText() : "";
        return id.isEmpty() ? null : id;
    }

    /** Null if the answer names no total. */
    public @Nullable Long total() {
        JsonNode total = answered() ? json().path("totalAmount") : Http.JSON.missingNode();
        return total.isIntegralNumber() ? Long.valueOf(total.asLong()) : null;
    }

    private JsonNode json() {
        try {
            return Http.JSON.readTree(body);
        } catch (IOException notJson) {
            return Http.JSON.missingNode();
        }
    }
}
