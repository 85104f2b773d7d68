package io.swiftcart.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** What tests of this service say: products, neighbours' answers, requests. */
final class Ordering {
    static final String LAMP = "SKU-LAMP";
    static final int LAMP_PRICE = 1299;
    private static final Duration SOON = Duration.ofSeconds(10);

    private Ordering() {}

    static void sellLamps(Pool database) {
        database.preparedQuery(
                        """
                        insert into product_view values ($1, 'Lamp', $2, 'USD', true, 1) on conflict do nothing
                        """)
                .execute(Tuple.of(LAMP, LAMP_PRICE))
                .await()
                .atMost(SOON);
    }

    static void neighboursAgree() {
        Neighbours.inventory().resetMappings();
        Neighbours.inventory().resetRequests();
        Neighbours.payment().resetMappings();
        Neighbours.payment().resetRequests();
        reserveAnswers(json(201, "{\"status\":\"HELD\"}"));
        Neighbours.inventory()
                .register(
                        post(urlPathMatching("/api/v1/inventory/reservations/.+/release"))
                                .willReturn(json(200, "{\"status\":\"RELEASED\"}")));
        chargeAnswers(captured());
        Neighbours.payment()
                .register(
                        post(urlPathMatching("/internal/payments/orders/.+/void"))
                                .willReturn(json(200, "{\"status\":\"VOIDED\"}")));
    }

    static void reserveAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.inventory()
                .register(post(urlEqualTo("/api/v1/inventory/reservations")).willReturn(answer));
    }

    static void chargeAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.payment().register(post(urlEqualTo("/api/v1/payments")).willReturn(answer));
    }

    static ResponseDefinitionBuilder captured() {
        return json(
                201,
                "{\"status\":\"SUCCEEDED\",\"provider\":\"stripe\",\"providerPaymentId\":\"pi_1\"}");
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType("application/json");
    }

    static String aKey() {
        return UUID.randomUUID().toString();
    }

    static String lamps(int qty) {
        return """
        {"items":[{"sku":"%s","qty":%d}],"currency":"USD","paymentMethod":"pm_card_visa"}
        """
                .formatted(LAMP, qty);
    }

    static Response place(String user, String key, String body) {
        return as(user).header("Idempotency-Key", key).body(body).post("/api/v1/orders");
    }
}
