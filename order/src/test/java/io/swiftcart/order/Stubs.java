package io.swiftcart.order;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;

/** What the neighbours answer, and what they were asked. */
public final class Stubs {
    private static final String RESERVATIONS = "/api/v1/inventory/reservations";
    private static final String PAYMENTS = "/api/v1/payments";

    private Stubs() {}

    public static void neighboursAgree() {
        Neighbours.inventory().resetMappings();
        Neighbours.inventory().resetRequests();
        Neighbours.payment().resetMappings();
        Neighbours.payment().resetRequests();
        reserveAnswers(held());
        releaseAnswers(json(200, "{\"status\":\"RELEASED\"}"));
        chargeAnswers(captured());
        voidAnswers(json(200, "{\"status\":\"VOIDED\"}"));
        refundAnswers(json(200, "{\"status\":\"SUCCEEDED\"}"));
        restockAnswers(json(200, "{}"));
    }

    public static void reserveAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.inventory().register(post(urlEqualTo(RESERVATIONS)).willReturn(answer));
    }

    public static void releaseAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.inventory()
                .register(post(urlPathMatching(RESERVATIONS + "/.+/release")).willReturn(answer));
    }

    public static void chargeAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.payment().register(post(urlEqualTo(PAYMENTS)).willReturn(answer));
    }

    public static void voidAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.payment()
                .register(
                        post(urlPathMatching("/internal/payments/orders/.+/void"))
                                .willReturn(answer));
    }

    public static void refundAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.payment()
                .register(
                        post(urlPathMatching("/internal/payments/orders/.+/refund"))
                                .willReturn(answer));
    }

    public static void restockAnswers(ResponseDefinitionBuilder answer) {
        Neighbours.inventory()
                .register(
                        post(urlPathMatching("/internal/inventory/orders/.+/restock"))
                                .willReturn(answer));
    }

    /** What the neighbours keep of orders: items of their pages, in JSON. */
    public static void booksSay(String balances, String holds) {
        Neighbours.payment()
                .register(
                        get(urlPathEqualTo("/internal/payments/by-order"))
                                .willReturn(json(200, "{\"items\":[%s]}".formatted(balances))));
        Neighbours.inventory()
                .register(
                        get(urlPathEqualTo("/internal/inventory/reservations"))
                                .willReturn(json(200, "{\"items\":[%s]}".formatted(holds))));
    }

    /** What payment was asked to give back for one order. */
    public static List<LoggedRequest> refunds(String orderId) {
        return Neighbours.payment()
                .find(
                        postRequestedFor(
                                urlPathEqualTo(
                                        "/internal/payments/orders/" + orderId + "/refund")));
    }

    /** What inventory was asked to put back for one order. */
    public static List<LoggedRequest> restocks(String orderId) {
        return Neighbours.inventory()
                .find(
                        postRequestedFor(
                                urlPathEqualTo(
                                        "/internal/inventory/orders/" + orderId + "/restock")));
    }

    public static ResponseDefinitionBuilder held() {
        return json(201, "{\"status\":\"HELD\"}");
    }

    public static ResponseDefinitionBuilder captured() {
        return json(
                201,
                "{\"status\":\"SUCCEEDED\",\"provider\":\"stripe\",\"providerPaymentId\":\"pi_1\"}");
    }

    public static ResponseDefinitionBuilder problem(int status, String code) {
        return json(status, "{\"code\":\"%s\"}".formatted(code));
    }

    public static ResponseDefinitionBuilder cut() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    public static ResponseDefinitionBuilder after(
            Duration delay, ResponseDefinitionBuilder answer) {
        return answer.withFixedDelay((int) delay.toMillis());
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** The requests for money for one order. */
    public static List<LoggedRequest> charges(String orderId) {
        return Neighbours.payment()
                .find(
                        postRequestedFor(urlEqualTo(PAYMENTS))
                                .withHeader("Idempotency-Key", WireMock.equalTo(orderId)));
    }

    public static List<LoggedRequest> reservations(String orderId) {
        return Neighbours.inventory()
                .find(
                        postRequestedFor(urlEqualTo(RESERVATIONS))
                                .withRequestBody(
                                        WireMock.matchingJsonPath(
                                                "$.orderId", WireMock.equalTo(orderId))));
    }

    public static int releases(String orderId) {
        return Neighbours.inventory()
                .find(postRequestedFor(urlPathEqualTo(RESERVATIONS + "/" + orderId + "/release")))
                .size();
    }

    public static int voids(String orderId) {
        return Neighbours.payment()
                .find(
                        postRequestedFor(
                                urlPathEqualTo("/internal/payments/orders/" + orderId + "/void")))
                .size();
    }
}
