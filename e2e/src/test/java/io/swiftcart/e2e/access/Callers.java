package io.swiftcart.e2e.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * With tokens of the shop's own issuer. {@code scopes}: a machine client is made for each,
     * where the key of the issuer lies in the shop's data; else the clients that there are have to
     * do.
     */
    static Callers of(Shop shop, List<String> scopes) {
        Map<Set<String>, List<String>> clients = new LinkedHashMap<>();
        String loadtest = shop.lastingToken("loadtest");
        clients.put(scopesOf(loadtest), bearer(loadtest));
        Path key = shop.data().resolve("identity/key.pkcs8");
        if (Files.exists(key)) {
            for (String scope : scopes) {
                clients.put(Set.of(scope), bearer(signed(key, loadtest, scope)));
            }
        } else {
            for (String client : List.of("order", "notification")) {
                String token = shop.lastingToken(client);
                clients.put(scopesOf(token), bearer(token));
            }
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

    private static JsonNode claims(String token) {
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** A token as the issuer would give it to a client with this scope. */
    private static String signed(Path keyFile, String like, String scope) {
        String client = "client-of-" + scope.replace(':', '-');
        ObjectNode claims = (ObjectNode) claims(like);
        new TreeMap<>(Map.of("sub", client, "azp", client, "client_id", client, "scope", scope))
                .forEach(claims::put);
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getMimeDecoder()
                                                    .decode(Files.readString(keyFile))));
            String text = like.split("\\.")[0] + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private static String encoded(JsonNode claims) throws JsonProcessingException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Http.JSON.writeValueAsBytes(claims));
    }
}
