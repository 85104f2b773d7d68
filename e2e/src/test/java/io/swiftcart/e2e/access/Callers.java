package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Shop;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who asks, and with which Authorization headers. */
final class Callers {
    static final List<String> USERS = List.of("alice", "bob", "manager", "admin");

    private final Map<String, List<String>> users;
    private final Map<Set<String>, List<String>> clients;

    private Callers(Map<String, List<String>> users, Map<Set<String>, List<String>> clients) {
        this.users = users;
        this.clients = clients;
    }

    /** With tokens of the shop's own issuer, and the machine clients that the demo shop has. */
    static Callers of(Shop shop) {
        Map<Set<String>, List<String>> clients = new LinkedHashMap<>();
        for (String client : List.of("loadtest", "bookkeeper", "order", "notification")) {
            String token = shop.lastingToken(client);
            clients.put(scopesOf(token), bearer(token));
        }
        return new Callers(users(shop::lastingToken), clients);
    }

    /** With tokens of a Keycloak, which has a machine client for each scope. */
    static Callers of(Keycloak keycloak, List<String> scopes) {
        Map<Set<String>, List<String>> clients = new LinkedHashMap<>();
        for (String scope : scopes) {
            String token = keycloak.tokenOfClientWith(scope);
            clients.put(scopesOf(token), bearer(token));
        }
        return new Callers(users(keycloak::tokenOfUser), clients);
    }

    private static Map<String, List<String>> users(UnaryOperator<String> token) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        users.put("anonymous", List.of());
        USERS.forEach(user -> users.put(user, bearer(token.apply(user))));
        return users;
    }

    /** By name; nobody's headers are none. */
    Map<String, List<String>> users() {
        return users;
    }

    /** By scopes. */
    Map<Set<String>, List<String>> clients() {
        return clients;
    }

    List<String> of(String user) {
        return users.getOrDefault(user, List.of());
    }

    static List<String> bearer(String token) {
        return List.of("Bearer " + token);
    }

    private static Set<String> scopesOf(String token) {
        return Set.of(claims(token).path("scope").asText("").split(" "));
    }

    static JsonNode claims(String token) {
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
