package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The realm that {@code ops/compose} runs with, as it is, and in it those of whom the access matrix
 * speaks: four people and a machine client for each scope. A client {@code stranger} gets tokens
 * that are meant for somebody else.
 */
final class KeycloakRealm {
    static final String PASSWORD = "only-for-this-test";

    /** What the shipped realm takes from the environment. */
    static final Map<String, String> SECRETS =
            Map.of("ORDER_CLIENT_SECRET", "order-test", "NOTIFICATION_CLIENT_SECRET", "mail-test");

    static final String STRANGER = "stranger";

    /** The matrix's questions take longer than the five minutes of a token of Keycloak's. */
    private static final int LIFE_SECONDS = 36_000;

    private static final Map<String, List<String>> ROLES =
            Map.of(
                    "alice", List.of("customer"),
                    "bob", List.of("customer"),
                    "manager", List.of("manager"),
                    "admin", List.of("admin", "manager"));

    private final ObjectNode realm;

    KeycloakRealm(Path shipped, List<String> scopes) throws IOException {
        realm = (ObjectNode) Http.JSON.readTree(shipped.toFile());
        realm.put("accessTokenLifespan", LIFE_SECONDS);
        ROLES.forEach(this::addUser);
        scopes.forEach(scope -> addClient(clientWith(scope), List.of("swiftcart", scope)));
        addClient(STRANGER, List.of());
    }

    static String secretOf(String client) {
        return SECRETS.getOrDefault(client.toUpperCase(Locale.ROOT) + "_CLIENT_SECRET", PASSWORD);
    }

    static String clientWith(String scope) {
        return "client-of-" + scope.replace(':', '-');
    }

    void writeTo(Path directory) throws IOException {
        Files.writeString(directory.resolve("swiftcart.json"), Http.JSON.writeValueAsString(realm));
    }

    /** Keycloak lets nobody in of whom it has no name and address. */
    private void addUser(String name, List<String> roles) {
        ObjectNode user = realm.withArray("users").addObject();
        user.put("username", name)
                .put("enabled", true)
                .put("email", name + "@example.com")
                .put("emailVerified", true)
                .put("firstName", name)
                .put("lastName", "Test");
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", PASSWORD)
                .put("temporary", false);
        addAll(user.putArray("realmRoles"), roles);
    }

    private void addClient(String id, List<String> scopes) {
        ObjectNode client = realm.withArray("clients").addObject();
        client.put("clientId", id)
                .put("secret", PASSWORD)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false);
        addAll(client.putArray("defaultClientScopes"), scopes);
    }

    private static void addAll(ArrayNode to, List<String> values) {
        values.forEach(to::add);
    }
}
