package io.swiftcart.payment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks to the service over HTTP as the order service does. */
final class Paying {
    static final String PAYMENTS = "/api/v1/payments";
    static final int AMOUNT = 3098;

    private Paying() {}

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(Tokens.of(user));
    }

    /** The order service, with a new idempotency key. */
    static RequestSpecification keyed() {
        return keyed(UUID.randomUUID().toString());
    }

    static RequestSpecification keyed(String key) {
        return as("order").header("Idempotency-Key", key);
    }

    static RequestSpecification manager() {
        return as("manager").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Order anOrder() {
        return new Order(UUID.randomUUID().toString(), new HashMap<>());
    }

    static Response undo(String orderId) {
        return as("order")
                .body(Map.of("reason", "order cancelled"))
                .post("/internal/payments/orders/" + orderId + "/void");
    }

    static Response refund(String paymentId, @Nullable Integer amount) {
        return keyed().body(amount == null ? Map.of() : Map.of("amount", amount))
                .post(PAYMENTS + "/" + paymentId + "/refund");
    }

    /** A valid wish to be paid, but for what a test says of it. */
    record Order(String id, Map<String, Object> members) {

        Order {
            members.putIfAbsent("orderId", id);
            members.putIfAbsent("amount", AMOUNT);
            members.putIfAbsent("currency", "USD");
            members.putIfAbsent("paymentMethod", "pm_card_visa");
        }

        Order with(String member, @Nullable Object value) {
            if (value == null) {
                members.remove(member);
            } else {
                members.put(member, value);
            }
            return this;
        }

        Order by(String card) {
            return with("paymentMethod", card);
        }

        Order authorizedOnly() {
            return with("capture", false);
        }

        /** Asks as the order service does: the key is the order id. */
        Response pay() {
            return pay(id);
        }

        Response pay(String key) {
            return keyed(key).body(members).post(PAYMENTS);
        }

        /** Pays and gives the payment's id. */
        String paid() {
            return pay().then().statusCode(201).extract().path("paymentId");
        }
    }
}
