package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.access.Door.Answer;
import java.util.List;
import java.util.UUID;

/** What alice has, made anew for each route, so that no question spoils another's answer. */
final class Belongings {
    private static final String JSON = "application/json";

    private final Door door;
    private final List<String> alice;

    Belongings(Door door, List<String> alice) {
        this.door = door;
        this.alice = alice;
    }

    /** The path with ids in it: alice's where the policy says so, else such as lead nowhere. */
    String address(AccessMatrix.Entry entry) {
        String path = entry.path();
        if (entry.policy().equals("alices-order")) {
            JsonNode order = order();
            path =
                    path.replace("{orderId}", order.path("orderId").asText())
                            .replace("{orderNumber}", order.path("orderNumber").asText());
        }
        if (entry.policy().equals("alices-cart")) {
            path = path.replace("{cartId}", cart(alice)).replace("{sku}", "SKU-00002");
        }
        if (entry.policy().equals("alices-session")) {
            path = path.replace("{sessionId}", session());
        }
        if (entry.path().endsWith("/merge")) {
            path = path.replace("{cartId}", cart(List.of()));
        }
        return path.replace("{sku}", "SKU-00001")
                .replace("{code}", "NOTHING")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private JsonNode order() {
        return made(
                "/api/v1/orders",
                "{\"items\":[{\"sku\":\"SKU-00003\",\"qty\":1}],\"currency\":\"USD\","
                        + "\"paymentMethod\":\"pm_card_visa\"}",
                alice);
    }

    private String session() {
        return made("/api/v1/checkout/sessions", "{\"cartId\":\"" + cart(alice) + "\"}", alice)
                .path("sessionId")
                .asText();
    }

    private String cart(List<String> owner) {
        String cart = made("/api/v1/carts", "{}", owner).path("cartId").asText();
        Answer filled =
                door.ask(
                        "POST",
                        "/api/v1/carts/" + cart + "/items",
                        owner,
                        "{\"sku\":\"SKU-00002\",\"qty\":1}",
                        JSON);
        if (filled.status() / 100 != 2) {
            throw new AssertionError("no line in the cart: " + filled);
        }
        return cart;
    }

    private JsonNode made(String path, String body, List<String> owner) {
        Answer answer = door.ask("POST", path, owner, body, JSON);
        if (answer.status() / 100 != 2) {
            throw new AssertionError("alice has no " + path + ": " + answer);
        }
        return answer.json();
    }
}
