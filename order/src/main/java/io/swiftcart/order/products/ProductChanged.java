package io.swiftcart.order.products;

import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.money.Money;
import java.util.Currency;

/**
 * The fact {@code catalog.products.v1} as this service reads it: the full state of one product. Its
 * version orders the facts of one SKU, so no inbox row is needed: an older or repeated state
 * changes nothing.
 */
record ProductChanged(State product) {

    /** {@code price} in the minor unit of {@code currency}. */
    record State(
            String sku, String name, long price, String currency, boolean active, long version) {
        Product toDomain() {
            return new Product(sku, name, new Money(price, Currency.getInstance(currency)), active);
        }
    }
}
