package io.swiftcart.order.products;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fact {@code catalog.products.v1} as this service reads it: the full state of one product. Its
 * version orders the facts of one SKU, so no inbox row is needed: an older or repeated state
 * changes nothing. What lacks a member cannot be read.
 */
@RegisterForReflection(registerFullHierarchy = true)
record ProductChanged(State product) {

    ProductChanged {
        Objects.requireNonNull(product);
    }

    /**
     * {@code price} in the minor unit of {@code currency}. Two attributes have a meaning here:
     * {@code weightGrams} and {@code taxCategory}; one that cannot be read counts as missing.
     */
    record State(
            String sku,
            String name,
            long price,
            Currency currency,
            boolean active,
            long version,
            @Nullable Integer weightGrams,
            @Nullable Map<String, Object> attributes) {
        private static final int WEIGHT_DEFAULT = 500;

        State {
            Objects.requireNonNull(sku);
            Objects.requireNonNull(name);
            Objects.requireNonNull(currency);
        }

        Product toDomain() {
            return new Product(
                    sku,
                    name,
                    new Money(price, currency),
                    active,
                    weight(),
                    TaxCategory.of(String.valueOf(attribute("taxCategory"))));
        }

        private int weight() {
            String said = String.valueOf(attribute("weightGrams"));
            if (said.matches("[0-9]{1,9}")) {
                return Integer.parseInt(said);
            }
            return weightGrams == null || weightGrams < 0 ? WEIGHT_DEFAULT : weightGrams;
        }

        private @Nullable Object attribute(String name) {
            return attributes == null ? null : attributes.get(name);
        }
    }
}
