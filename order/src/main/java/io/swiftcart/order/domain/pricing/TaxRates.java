package io.swiftcart.order.domain.pricing;

import java.util.Map;

/** Rates of one country in basis points: 1900 is 19 %. A category without a rate is not taxed. */
public record TaxRates(Map<TaxCategory, Integer> basisPoints) {
    /** Where nothing is taxed, or while the country is not known. */
    public static final TaxRates NONE = new TaxRates(Map.of());

    public TaxRates {
        basisPoints = Map.copyOf(basisPoints);
    }

    int of(TaxCategory category) {
        return basisPoints.getOrDefault(category, 0);
    }
}
