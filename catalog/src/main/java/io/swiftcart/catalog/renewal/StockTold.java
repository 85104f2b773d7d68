package io.swiftcart.catalog.renewal;

import java.util.Objects;

/** What a page must know of {@code inventory.stock-updated.v1}: the newest version of a SKU. */
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
