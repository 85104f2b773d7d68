package io.swiftcart.perf.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.swiftcart.perf.config.Settings;
import io.swiftcart.perf.outcomes.Step;

/** A checkout session of {@code #{cartId}}, step by step. */
public final class CheckoutEndpoints {
    private static final String SESSION = "/api/v1/checkout/sessions/#{sessionId}";

    /** Leaves {@code sessionId}. */
    public static final ChainBuilder OPEN =
            Step.named("open checkout", 201)
                    .of(
                            http ->
                                    http.post("/api/v1/checkout/sessions")
                                            .body(StringBody("{\"cartId\":\"#{cartId}\"}"))
                                            .asJson(),
                            jsonPath("$.sessionId").saveAs("sessionId"));

    public static final ChainBuilder CUSTOMER =
            put(
                    "customer",
                    "{\"email\":\"load@example.com\",\"name\":\"Sam Shopper\",\"phone\":\"+12025550123\"}");

    public static final ChainBuilder SHIPPING_ADDRESS =
            put(
                    "shipping-address",
                    "{\"line1\":\"1 Main Street\",\"city\":\"Springfield\",\"postalCode\":\"12345\",\"country\":\"US\"}");

    /** Leaves {@code shippingCode}, the first that is offered. */
    public static final ChainBuilder SHIPPING_OPTIONS =
            Step.named("shipping options", 200)
                    .of(
                            http -> http.get(SESSION + "/shipping-options"),
                            jsonPath("$.items[0].code").saveAs("shippingCode"));

    /** Leaves {@code totalAmount}. */
    public static final ChainBuilder SHIPPING_OPTION =
            put(
                    "shipping-option",
                    "{\"code\":\"#{shippingCode}\"}",
                    jsonPath("$.totalAmount").ofLong().saveAs("totalAmount"));

    /** Pays {@code #{totalAmount}} under {@code #{idempotencyKey}} and waits for the end. */
    public static final ChainBuilder COMPLETE =
            Step.named("complete checkout", 201)
                    .of(
                            http ->
                                    http.post(SESSION + "/complete")
                                            .header("Idempotency-Key", "#{idempotencyKey}")
                                            .header("Prefer", "wait=" + Settings.waitSeconds())
                                            .body(
                                                    StringBody(
                                                            "{\"paymentMethod\":\""
                                                                    + Settings.card()
                                                                    + "\",\"expectedTotal\":#{totalAmount}}"))
                                            .asJson());

    private CheckoutEndpoints() {}

    private static ChainBuilder put(String part, String body, CheckBuilder... reading) {
        return Step.named("set " + part, 200)
                .of(
                        http -> http.put(SESSION + "/" + part).body(StringBody(body)).asJson(),
                        reading);
    }
}
