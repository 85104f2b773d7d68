package io.swiftcart.stack.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.swiftcart.stack.sandbox.stripe.StripeError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where every request enters: {@code GET /health} for all, {@code /_sandbox/faults} and {@code
 * /v1/…} for the bearer of the API key (as Bearer token or as Basic user name).
 */
final class Door implements HttpHandler {

    private static final String FAULTS = "/_sandbox/faults";
    private static final int BODY_MAX = 64 * 1024;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final byte[] apiKey;
    private final StripeEndpoint stripe;
    private final Faults faults;

    Door(String apiKey, StripeEndpoint stripe, Faults faults) {
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
        this.stripe = stripe;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
            answer(exchange, route(exchange, new String(body, StandardCharsets.UTF_8)));
        }
    }

    /** What to answer; null closes the connection without a word. */
    private @Nullable Outcome route(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        try {
            if (path.equals("/health")) {
                return Outcome.of(200, "{\"status\":\"UP\"}");
            }
            boolean control = path.equals(FAULTS);
            if (!control && faults.down()) {
                return null;
            }
            if (!authorized(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw StripeError.unauthorized();
            }
            if (control) {
                return control(method, body);
            }
            String query = exchange.getRequestURI().getRawQuery();
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            return stripe.answer(new StripeEndpoint.Request(method, path, query, body, key));
        } catch (StripeError e) {
            return Outcome.of(e.status(), e.body().toString());
        } catch (RuntimeException e) {
            System.err.println("The payment sandbox failed at " + method + " " + path + ": " + e);
            return Outcome.of(500, StripeError.apiError("The sandbox failed.").body().toString());
        }
    }

    private Outcome control(String method, String body) throws JsonProcessingException {
        try {
            switch (method) {
                case "GET" -> {}
                case "PUT" -> faults.set(values(body));
                case "DELETE" -> faults.clear();
                default -> throw StripeError.unrecognizedUrl(method, FAULTS);
            }
        } catch (Faults.UnknownFault e) {
            throw StripeError.parameter(null, "faults", String.valueOf(e.getMessage()));
        }
        return Outcome.of(200, json.writeValueAsString(faults.all()));
    }

    private Map<String, String> values(String body) {
        try {
            Map<String, String> values = new HashMap<>();
            json.readValue(body, VALUES)
                    .forEach((name, value) -> values.put(name, String.valueOf(value)));
            return values;
        } catch (JsonProcessingException _) {
            throw StripeError.parameter(
                    null, "faults", "Faults are a JSON object of names and values.");
        }
    }

    private boolean authorized(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String given;
        if (header.startsWith("Bearer ")) {
            given = header.substring("Bearer ".length());
        } else if (header.startsWith("Basic ")) {
            given = user(header.substring("Basic ".length()));
        } else {
            return false;
        }
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), apiKey);
    }

    private static String user(String encoded) {
        try {
            String credentials =
                    new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return colon < 0 ? credentials : credentials.substring(0, colon);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static void answer(HttpExchange exchange, @Nullable Outcome outcome)
            throws IOException {
        if (outcome == null) {
            return;
        }
        byte[] bytes = outcome.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (outcome.replayed()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        exchange.sendResponseHeaders(outcome.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A status and a JSON body; {@code replayed} if an idempotency key repeated them. */
    record Outcome(int status, String body, boolean replayed) {
        static Outcome of(int status, String body) {
            return new Outcome(status, body, false);
        }
    }
}
