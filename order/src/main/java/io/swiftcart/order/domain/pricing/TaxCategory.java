package io.swiftcart.order.domain.pricing;

import java.util.Locale;

/** What a country taxes alike. */
public enum TaxCategory {
    STANDARD,
    REDUCED,
    ZERO;

    /** As in the product attribute {@code taxCategory}; what is not known is taxed in full. */
    public static TaxCategory of(String attribute) {
        for (TaxCategory category : values()) {
            if (category.name().toLowerCase(Locale.ROOT).equals(attribute)) {
                return category;
            }
        }
        return STANDARD;
    }
}
