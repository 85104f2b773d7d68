package io.swiftcart.catalog.renewal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/** What a page must know of {@code inventory.stock-updated.v1}: the newest version of a SKU. */
@RegisterForReflection(registerFullHierarchy = true)
record StockTold(State stock) {

    StockTold {
        Objects.requireNonNull(stock, "stock");
    }

    /** {@code version} counts the changes of the stock. */
    record State(String sku, long version) {

        State {
            Objects.requireNonNull(sku, "sku");
        }
    }
}
