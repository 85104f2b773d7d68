package io.swiftcart.stack.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the token endpoint. {@code ttl}, {@code audience} and {@code issuer} are for
 * tests and stand in no standard.
 */
record TokenRequest(Map<String, String> form) {

    private static final long TTL_SECONDS = 3_600;

    /** Reads a form body; the credentials of a client may stand in a Basic header instead. */
    static TokenRequest of(String body, @Nullable String authorization) {
        Map<String, String> form = new HashMap<>();
        for (String member : body.split("&")) {
            int equals = member.indexOf('=');
            if (equals > 0) {
                form.put(
                        decoded(member.substring(0, equals)),
                        decoded(member.substring(equals + 1)));
            }
        }
        if (authorization != null && authorization.startsWith("Basic ")) {
            String pair =
                    new String(
                            Base64.getDecoder().decode(authorization.substring("Basic ".length())),
                            StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.put("client_id", decoded(pair.substring(0, colon)));
                form.put("client_secret", decoded(pair.substring(colon + 1)));
            }
        }
        return new TokenRequest(form);
    }

    /** Who asks, if the credentials are right. */
    Optional<Account> account(Accounts accounts) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "password" -> accounts.user(member("username"), member("password"));
            case "client_credentials" ->
                    accounts.client(member("client_id"), member("client_secret"));
            default -> Optional.empty();
        };
    }

    boolean grantKnown() {
        String grant = form.get("grant_type");
        return "password".equals(grant) || "client_credentials".equals(grant);
    }

    long ttlSeconds() {
        String ttl = form.get("ttl");
        return ttl == null ? TTL_SECONDS : Long.parseLong(ttl);
    }

    String audience() {
        return form.getOrDefault("audience", "swiftcart");
    }

    String issuer(String ours) {
        return form.getOrDefault("issuer", ours);
    }

    private String member(String name) {
        return form.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
