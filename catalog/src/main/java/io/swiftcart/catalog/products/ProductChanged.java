package io.swiftcart.catalog.products;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Fact on {@code catalog.products.v1}, key SKU: full state of a product after a change. A withdrawn
 * product is one with {@code active: false}, never a tombstone, because its SKU stays taken and old
 * orders still name it.
 *
 * @param eventId one committed change, one id, for ever
 * @param occurredAt when the change was made, UTC
 */
@RegisterForReflection(registerFullHierarchy = true)
record ProductChanged(UUID eventId, String eventType, Instant occurredAt, State product) {
    private static final String TOPIC = "catalog.products.v1";

    /**
     * The product after the change.
     *
     * @param price of one unit, in the minor unit of {@code currency}
     * @param attributes values are text, numbers or booleans; {@code weightGrams} and {@code
     *     taxCategory} have a meaning for checkout
     * @param version counts the changes, 1..n; a reader ignores one it has passed
     */
    record State(
            String sku,
            UUID productId,
            String name,
            long price,
            String currency,
            UUID categoryId,
            boolean active,
            Map<String, Object> attributes,
            long version) {}

    /** The fact that this is how the product now stands. */
    static Fact about(ProductView product) {
        UUID eventId = Ids.next();
        State state =
                new State(
                        product.sku(),
                        product.id(),
                        product.name(),
                        product.price(),
                        product.currency(),
                        product.categoryId(),
                        product.active(),
                        product.attributes(),
                        product.version());
        ProductChanged payload =
                new ProductChanged(eventId, "ProductChanged", product.updatedAt(), state);
        return new Fact(
                eventId,
                TOPIC,
                product.sku(),
                "io.swiftcart." + TOPIC,
                product.sku(),
                product.updatedAt(),
                payload);
    }
}
