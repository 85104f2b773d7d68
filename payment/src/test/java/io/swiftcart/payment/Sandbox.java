package io.swiftcart.payment;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The provider's side: its own books, which no test of ours writes, and its faults. */
final class Sandbox {

    private Sandbox() {}

    /** Every intent that the provider knows for an order. */
    static List<Map<String, Object>> intentsOf(String orderId) {
        return request()
                .queryParam("query", "metadata['orderId']:'" + orderId + "'")
                .get("/v1/payment_intents/search")
                .then()
                .statusCode(200)
                .extract()
                .path("data");
    }

    /** The only intent of an order. */
    static Map<String, Object> intentOf(String orderId) {
        List<Map<String, Object>> intents = intentsOf(orderId);
        if (intents.size() != 1) {
            throw new AssertionError(
                    "Expected one intent of order " + orderId + " but found " + intents);
        }
        return intents.getFirst();
    }

    /** Charges a card for an order, behind our back; gives the intent's id. */
    static String charge(String orderId, int amount) {
        return request()
                .formParam("amount", amount)
                .formParam("currency", "usd")
                .formParam("confirm", true)
                .formParam("payment_method", "pm_card_visa")
                .formParam("metadata[orderId]", orderId)
                .post("/v1/payment_intents")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Gives money of an order back, behind our back. */
    static void refund(String orderId, int amount) {
        request()
                .formParam("payment_intent", intentOf(orderId).get("id"))
                .formParam("amount", amount)
                .post("/v1/refunds")
                .then()
                .statusCode(200);
    }

    static void fault(String name, Object value) {
        request()
                .body("{\"" + name + "\": " + value + "}")
                .put("/_sandbox/faults")
                .then()
                .statusCode(200);
    }

    static void heal() {
        request().delete("/_sandbox/faults").then().statusCode(200);
    }

    private static RequestSpecification request() {
        return given().baseUri(config("url"))
                .urlEncodingEnabled(true)
                .auth()
                .preemptive()
                .basic(config("api-key"), "");
    }

    private static String config(String name) {
        return ConfigProvider.getConfig()
                .getValue("swiftcart.payment.stripe." + name, String.class);
    }
}
