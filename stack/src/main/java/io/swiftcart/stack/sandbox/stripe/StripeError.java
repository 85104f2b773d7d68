package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A request refused the way Stripe refuses it: HTTP status and an {@code error} object. Nothing was
 * changed.
 */
public final class StripeError extends RuntimeException {

    private final int status;
    private final transient ObjectNode error = JsonNodeFactory.instance.objectNode();

    private StripeError(int status, String type, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        error.put("message", message);
    }

    /** 400 for a parameter. */
    public static StripeError parameter(@Nullable String code, String param, String message) {
        StripeError refused = new StripeError(400, "invalid_request_error", code, message);
        refused.error.put("param", param);
        return refused;
    }

    /** 400 because a named thing that a parameter refers to does not exist. */
    public static StripeError noSuch(String thing, String param, String id) {
        return parameter("resource_missing", param, "No such " + thing + ": '" + id + "'");
    }

    /** 404 because the address names nothing. */
    public static StripeError notFound(String thing, String id) {
        StripeError refused =
                new StripeError(
                        404,
                        "invalid_request_error",
                        "resource_missing",
                        "No such " + thing + ": '" + id + "'");
        refused.error.put("param", "id");
        return refused;
    }

    /** 400 because the intent is not in a state that allows this. */
    public static StripeError unexpectedState(ObjectNode intent, String message) {
        StripeError refused =
                new StripeError(
                        400, "invalid_request_error", "payment_intent_unexpected_state", message);
        refused.error.set("payment_intent", intent);
        return refused;
    }

    public static StripeError unrecognizedUrl(String method, String path) {
        return new StripeError(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + method + ": " + path + ").");
    }

    public static StripeError unauthorized() {
        return new StripeError(401, "invalid_request_error", null, "Invalid API Key provided.");
    }

    public static StripeError keyInUse() {
        return new StripeError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key.");
    }

    public static StripeError keyReused() {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were"
                        + " first used with.");
    }

    public static StripeError apiError(String message) {
        return new StripeError(500, "api_error", null, message);
    }

    /** 402: the card was declined. Unlike the others this is kept as the answer under its key. */
    static ObjectNode declined(
            String code, @Nullable String declineCode, String message, ObjectNode intent) {
        StripeError refused = new StripeError(402, "card_error", code, message);
        if (declineCode != null) {
            refused.error.put("decline_code", declineCode);
        }
        refused.error.set("payment_intent", intent);
        return refused.body();
    }

    public int status() {
        return status;
    }

    public ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }
}
