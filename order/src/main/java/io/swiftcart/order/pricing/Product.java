package io.swiftcart.order.pricing;

import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.platform.money.Money;

/**
 * A product as orders need it: what it is called and what it costs now; weight of one piece and how
 * it is taxed.
 */
public record Product(
        String sku,
        String name,
        Money price,
        boolean active,
        int weightGrams,
        TaxCategory taxCategory) {}
