package io.swiftcart.e2e;

import io.swiftcart.e2e.Http.Answer;
import java.util.List;
import java.util.Map;

/** Somebody with a token, at the gateway. */
record Buyer(String gateway, String token) {
    static final String GOOD_CARD = "pm_card_visa";
    static final String DECLINED_CARD = "pm_card_visa_chargeDeclined";

    Answer order(String key, String sku, int qty, String card) {
        Map<String, Object> body =
                Map.of(
                        "items",
                        List.of(Map.of("sku", sku, "qty", qty)),
                        "currency",
                        "USD",
                        "paymentMethod",
                        card);
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        key,
                        "Prefer",
                        "wait=10");
        return Http.post(gateway + "/api/v1/orders", headers, body);
    }

    Answer get(String path) {
        return Http.get(gateway + "/api/v1" + path, Map.of("Authorization", "Bearer " + token));
    }
}
