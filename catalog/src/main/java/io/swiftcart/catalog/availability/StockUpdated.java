package io.swiftcart.catalog.availability;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/**
 * What the catalogue reads of a fact on {@code inventory.stock-updated.v1} (key SKU, at least once,
 * in order per SKU). A fact that lacks any of it, or says what cannot be, does not parse and goes
 * to the dead letters at once.
 */
@RegisterForReflection(registerFullHierarchy = true)
record StockUpdated(Stock stock) {

    StockUpdated {
        Objects.requireNonNull(stock, "stock");
    }

    /**
     * The stock of one SKU.
     *
     * @param available units that can still be sold, 0 or more
     * @param version counts the changes of this SKU's stock from 1; a lower one is older
     */
    record Stock(String sku, long available, long version) {

        Stock {
            Objects.requireNonNull(sku, "sku");
            if (available < 0 || version < 1) {
                throw new IllegalArgumentException(
                        "available must not be negative, version not below 1");
            }
        }
    }
}
