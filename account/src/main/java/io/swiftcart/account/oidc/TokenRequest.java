package io.swiftcart.account.oidc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the token endpoint: form members, each at most once; client credentials may come
 * in a header.
 */
record TokenRequest(Map<String, String> form) {
    private static final String BASIC = "Basic ";

    static TokenRequest of(Map<String, List<String>> members, @Nullable String authorization) {
        Map<String, String> form = new TreeMap<>();
        members.forEach((name, values) -> form.put(name, single(values)));
        if (authorization != null
                && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            readBasic(authorization.substring(BASIC.length()), form);
        }
        return new TokenRequest(form);
    }

    /** Refused as {@code invalid_request} when it is missing. */
    String member(String name) {
        String value = form.get(name);
        if (value == null || value.isEmpty()) {
            throw OAuthError.invalidRequest();
        }
        return value;
    }

    @Nullable String optional(String name) {
        return form.get(name);
    }

    private static String single(List<String> values) {
        if (values.size() != 1) {
            throw OAuthError.invalidRequest();
        }
        return values.getFirst();
    }

    private static void readBasic(String encoded, Map<String, String> form) {
        try {
            String pair =
                    new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 1 || form.containsKey("client_secret")) {
                throw OAuthError.invalidClient();
            }
            form.put("client_id", decoded(pair.substring(0, colon)));
            form.put("client_secret", decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            throw OAuthError.invalidClient();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TokenRequest[***]";
    }
}
