package io.swiftcart.perf.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;

import io.gatling.javaapi.core.ChainBuilder;
import io.swiftcart.perf.outcomes.Step;

/** Stock; for managers. */
public final class InventoryEndpoints {

    /** One of {@code #{sku}} for {@code #{orderId}}: held, or nothing is left. */
    public static final ChainBuilder RESERVE =
            Step.named("reserve", 201, 409)
                    .of(
                            http ->
                                    http.post("/api/v1/inventory/reservations")
                                            .body(
                                                    StringBody(
                                                            "{\"orderId\":\"#{orderId}\",\"items\":[{\"sku\":\"#{sku}\",\"qty\":1}],\"ttlSeconds\":60}"))
                                            .asJson());

    private InventoryEndpoints() {}
}
