package io.swiftcart.order.products;

import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.money.Money;
import java.util.Currency;
import java.util.Objects;

/**
 * The fact {@code catalog.products.v1} as this service reads it: the full state of one product. Its
 * version orders the facts of one SKU, so no inbox row is needed: an older or repeated state
 * changes nothing. What lacks a member cannot be read.
 */
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
        }

        Product toDomain() {
            return new Product(sku, name, new Money(price, currency), active);
        }
    }
}
