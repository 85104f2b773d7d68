package io.swiftcart.inventory;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Speaks to the service over HTTP as its keepers and the order service do. */
public final class Shelves {
    static final String INVENTORY = "/api/v1/inventory";
    static final String RESERVATIONS = INVENTORY + "/reservations";

    /** Longer than any test. */
    private static final int A_WHILE_SECONDS = 900;

    private Shelves() {}

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(Tokens.of(user));
    }

    static RequestSpecification manager() {
        return as("manager");
    }

    /** A SKU that no other test has. */
    public static String aSku() {
        return "SKU-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }

    /** A new SKU with so many units on hand and a threshold of 0. */
    static String aSkuWith(int onHand) {
        return aSkuWith(onHand, 0);
    }

    static String aSkuWith(int onHand, int lowStockThreshold) {
        String sku = aSku();
        stock(sku, onHand, lowStockThreshold);
        return sku;
    }

    static void stock(String sku, int onHand, int lowStockThreshold) {
        manager()
                .body(Map.of("sku", sku, "onHand", onHand, "lowStockThreshold", lowStockThreshold))
                .post(INVENTORY)
                .then()
                .statusCode(201);
    }

    static Response adjust(String sku, String etag, Map<String, Object> change) {
        return manager()
                .header("If-Match", etag)
                .body(change)
                .put(INVENTORY + "/" + sku + "/stock");
    }

    static Response read(String sku) {
        return manager().get(INVENTORY + "/" + sku);
    }

    static Wish order() {
        return new Wish(UUID.randomUUID(), new ArrayList<>(), A_WHILE_SECONDS);
    }

    static Response commit(UUID orderId) {
        return manager().post(RESERVATIONS + "/" + orderId + "/commit");
    }

    static Response release(UUID orderId) {
        return manager().post(RESERVATIONS + "/" + orderId + "/release");
    }

    /** An order's wish to reserve. */
    record Wish(UUID orderId, List<Map<String, Object>> items, int ttlSeconds) {

        Wish of(String sku, int qty) {
            List<Map<String, Object>> more = new ArrayList<>(items);
            more.add(Map.of("sku", sku, "qty", qty));
            return new Wish(orderId, more, ttlSeconds);
        }

        Wish forSeconds(int seconds) {
            return new Wish(orderId, items, seconds);
        }

        Map<String, Object> body() {
            return Map.of("orderId", orderId, "items", items, "ttlSeconds", ttlSeconds);
        }

        /** Asks, whatever the answer. */
        Response ask() {
            return manager().body(body()).post(RESERVATIONS);
        }

        /** Asks, and gets it. */
        UUID held() {
            ask().then().statusCode(201);
            return orderId;
        }
    }
}
