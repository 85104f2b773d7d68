package io.swiftcart.e2e.load;

import java.util.List;
import java.util.Map;

/**
 * One order as a client means to place it.
 *
 * @param key the same for every try
 * @param waitSeconds how long the caller waits for the end; 0 asks for 202 at once
 */
public record Purchase(String key, String sku, int qty, String card, int waitSeconds) {
    public static final String GOOD_CARD = "pm_card_visa";
    public static final String DECLINED_CARD = "pm_card_visa_chargeDeclined";

    /** Where all mails of the load go. */
    public static final String MAILBOX = "chaos@example.com";

    public static Purchase of(String key, String sku) {
        return new Purchase(key, sku, 1, GOOD_CARD, 10);
    }

    public Purchase of(int units) {
        return new Purchase(key, sku, units, card, waitSeconds);
    }

    public Purchase paidBy(String other) {
        return new Purchase(key, sku, qty, other, waitSeconds);
    }

    public Purchase waiting(int seconds) {
        return new Purchase(key, sku, qty, card, seconds);
    }

    /** As it is sent. */
    public Map<String, Object> body() {
        return Map.of(
                "items",
                List.of(Map.of("sku", sku, "qty", qty)),
                "currency",
                "USD",
                "paymentMethod",
                card,
                "customer",
                Map.of("email", MAILBOX));
    }

    String prefer() {
        return waitSeconds == 0 ? "respond-async" : "wait=" + waitSeconds;
    }
}
