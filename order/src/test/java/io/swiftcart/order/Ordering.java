package io.swiftcart.order;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What callers of this service say. */
public final class Ordering {
    public static final String ORDERS = "/api/v1/orders";
    public static final String LAMP = "SKU-LAMP";
    public static final int LAMP_PRICE = 1299;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Ordering() {}

    public static RequestSpecification anonymous() {
        return given().config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .urlEncodingEnabled(false)
                .contentType("application/json");
    }

    public static RequestSpecification as(String account) {
        return anonymous().auth().oauth2(token(account));
    }

    public static String token(String account) {
        return TOKENS.computeIfAbsent(account, Tokens::of);
    }

    public static String aKey() {
        return UUID.randomUUID().toString();
    }

    public static String lamps(int qty) {
        return items("{\"sku\":\"%s\",\"qty\":%d}".formatted(LAMP, qty));
    }

    public static String one(String sku) {
        return items("{\"sku\":\"%s\",\"qty\":1}".formatted(sku));
    }

    /** An order of these lines, in JSON, and of further members. */
    public static String items(String lines, String... members) {
        String more = members.length == 0 ? "" : "," + String.join(",", members);
        return "{\"items\":[%s],\"currency\":\"USD\",\"paymentMethod\":\"pm_card_visa\"%s}"
                .formatted(lines, more);
    }

    /** Places an order and waits for its end as long as the service lets one. */
    public static Response place(String account, String key, String body) {
        return as(account)
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .body(body)
                .post(ORDERS);
    }

    /** The id of a new, confirmed order. */
    public static String placed(String account, String body) {
        return place(account, aKey(), body).then().statusCode(201).extract().path("orderId");
    }

    public static Response read(String orderId) {
        return as("manager").get(ORDERS + "/" + orderId);
    }

    public static void awaitStatus(String orderId, String status) {
        await().atMost(SOON)
                .until(
                        () -> new JsonObject(read(orderId).asString()).getString("status"),
                        status::equals);
    }
}
