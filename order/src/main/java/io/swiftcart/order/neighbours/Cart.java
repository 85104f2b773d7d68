package io.swiftcart.order.neighbours;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it was read.
 *
 * @param customerId its owner; null when it belongs to whoever knows its id
 * @param version of the cart, so that only what was ordered is removed
 */
public record Cart(
        String cartId,
        @Nullable String customerId,
        String currency,
        long version,
        List<Line> lines) {

    /** One SKU; {@code unitPrice} is what the cart shows, in the minor unit. */
    public record Line(String sku, String name, int qty, long unitPrice) {}

    /** The same cart with nothing in it. */
    public Cart emptied() {
        return new Cart(cartId, customerId, currency, version, List.of());
    }

    /** From the answer of the cart service, or from what {@link #json} made. */
    public static Cart from(String cartId, JsonObject json) {
        return new Cart(
                cartId,
                json.getString("customerId"),
                json.getString("currency"),
                json.getLong("version"),
                json.getJsonArray("items", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .map(
                                line ->
                                        new Line(
                                                line.getString("sku"),
                                                line.getString("name"),
                                                line.getInteger("qty"),
                                                line.getLong("unitPrice")))
                        .toList());
    }

    /** To be stored. */
    public JsonObject json() {
        JsonArray items = new JsonArray();
        lines.forEach(
                line ->
                        items.add(
                                JsonObject.of(
                                        "sku",
                                        line.sku(),
                                        "name",
                                        line.name(),
                                        "qty",
                                        line.qty(),
                                        "unitPrice",
                                        line.unitPrice())));
        return JsonObject.of(
                "customerId", customerId, "currency", currency, "version", version, "items", items);
    }
}
