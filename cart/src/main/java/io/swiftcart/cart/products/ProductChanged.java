package io.swiftcart.cart.products;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.cart.domain.Product;
import io.swiftcart.platform.money.Money;
import java.util.Currency;
import java.util.Objects;

/**
 * The fact {@code catalog.products.v1} as this service reads it: the full state of one product. Its
 * version orders the facts of one SKU: an older or repeated state changes nothing. What lacks a
 * member cannot be read.
 */
@RegisterForReflection(registerFullHierarchy = true)
record ProductChanged(State product) {

    ProductChanged {
        Objects.requireNonNull(product);
    }

    /** {@code price} in the minor unit of {@code currency}. */
    record State(
            String sku, String name, long price, Currency currency, boolean active, long version) {

        State {
            Objects.requireNonNull(sku);
            Objects.requireNonNull(name);
            Objects.requireNonNull(currency);
            if (price < 1 || version < 1) {
                throw new IllegalArgumentException("price and version must not be below 1");
            }
        }

        Product toDomain() {
            return new Product(sku, name, new Money(price, currency), active, version);
        }
    }
}
