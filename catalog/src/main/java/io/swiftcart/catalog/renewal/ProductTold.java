package io.swiftcart.catalog.renewal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/** What a page must know of {@code catalog.products.v1}: the newest version of a SKU. */
@RegisterForReflection(registerFullHierarchy = true)
record ProductTold(State product) {

    ProductTold {
        Objects.requireNonNull(product, "product");
    }

    /** {@code version} counts the changes of the product. */
    record State(String sku, long version) {

        State {
            Objects.requireNonNull(sku, "sku");
        }
    }
}
