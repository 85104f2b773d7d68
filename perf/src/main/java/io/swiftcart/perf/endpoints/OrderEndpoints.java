package io.swiftcart.perf.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.swiftcart.perf.config.Settings;
import io.swiftcart.perf.outcomes.Step;

/** Orders of an API client. */
public final class OrderEndpoints {

    /** One of {@code #{sku}} under {@code #{idempotencyKey}}, confirmed when it is answered. */
    public static final ChainBuilder PLACE =
            Step.named("place order", 201)
                    .of(OrderEndpoints::order, jsonPath("$.orderId").saveAs("placedId"));

    /** As {@link #PLACE}, where to be told that nothing is left is an answer too. */
    public static final ChainBuilder PLACE_OF_WHAT_IS_LEFT =
            Step.named("buy the hot one", 201, 409).of(OrderEndpoints::order);

    /** The order that was placed. */
    public static final ChainBuilder SHOW =
            Step.named("show order", 200).of(http -> http.get("/api/v1/orders/#{placedId}"));

    private OrderEndpoints() {}

    private static HttpRequestActionBuilder order(Http http) {
        return http.post("/api/v1/orders")
                .header("Idempotency-Key", "#{idempotencyKey}")
                .header("Prefer", "wait=" + Settings.waitSeconds())
                .body(
                        StringBody(
                                "{\"items\":[{\"sku\":\"#{sku}\",\"qty\":1}],\"currency\":\"USD\",\"paymentMethod\":\""
                                        + Settings.card()
                                        + "\",\"customer\":{\"email\":\"load@example.com\"}}"))
                .asJson();
    }
}
