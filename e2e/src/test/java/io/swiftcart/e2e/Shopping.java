package io.swiftcart.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.e2e.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The steps of somebody who shops, with a token or, with none, as a guest. */
record Shopping(String gateway, Map<String, String> credentials) {
    private static final Map<String, Object> ADDRESS =
            Map.of(
                    "line1", "1 Main Street",
                    "city", "Springfield",
                    "postalCode", "12345",
                    "country", "US");

    static Shopping with(Buyer buyer) {
        return new Shopping(buyer.gateway(), Map.of("Authorization", "Bearer " + buyer.token()));
    }

    static Shopping asGuest(String gateway) {
        return new Shopping(gateway, Map.of());
    }

    List<JsonNode> found(String words) {
        return get("/search?limit=10&q=" + words.replace(" ", "%20"))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The id of a new cart with this in it. */
    String cartWith(String sku, int qty) {
        String cart = made(post("/carts", Map.of()), 201).path("cartId").asText();
        Answer put = post("/carts/" + cart + "/items", Map.of("sku", sku, "qty", qty));
        assertEquals(2, put.status() / 100, put::body);
        return cart;
    }

    Answer cart(String cart) {
        return get("/carts/" + cart);
    }

    /** As a manager: the product as it is, at another price. */
    void reprice(String productId, long price) {
        Answer found = get("/products/" + productId);
        ObjectNode product = found.json().deepCopy();
        product.retain(
                "sku",
                "name",
                "slug",
                "description",
                "currency",
                "categoryId",
                "attributes",
                "imageUrl",
                "active");
        product.put("price", price);
        Map<String, String> headers = new TreeMap<>(credentials);
        headers.put("If-Match", found.headers().getOrDefault("ETag", ""));
        Answer changed = Http.put(url("/products/" + productId), headers, product);
        assertEquals(200, changed.status(), changed::body);
    }

    /** The session of a cart, filled in as far as its requirements ask. */
    JsonNode checkoutOf(String cart) {
        String session =
                made(post("/checkout/sessions", Map.of("cartId", cart)), 201)
                        .path("sessionId")
                        .asText();
        assertEquals("checkout-incomplete", completed(session, 0).json().path("code").asText());
        put(session, "customer", Map.of("email", "shopper@example.com", "name", "Sam Shopper"));
        put(session, "shipping-address", ADDRESS);
        String option =
                get("/checkout/sessions/" + session + "/shipping-options")
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asText();
        return put(session, "shipping-option", Map.of("code", option));
    }

    Answer completed(String session, long expectedTotal) {
        Map<String, String> headers = new TreeMap<>(credentials);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("Prefer", "wait=10");
        return Http.post(
                url("/checkout/sessions/" + session + "/complete"),
                headers,
                Map.of("paymentMethod", Buyer.GOOD_CARD, "expectedTotal", expectedTotal));
    }

    private JsonNode put(String session, String part, Object body) {
        Answer answer =
                Http.put(url("/checkout/sessions/" + session + "/" + part), credentials, body);
        return made(answer, 200);
    }

    Answer get(String path) {
        return Http.get(url(path), credentials);
    }

    private Answer post(String path, Object body) {
        return Http.post(url(path), credentials, body);
    }

    private String url(String path) {
        return gateway + "/api/v1" + path;
    }

    private static JsonNode made(Answer answer, int status) {
        assertEquals(status, answer.status(), answer::body);
        return answer.json();
    }
}
