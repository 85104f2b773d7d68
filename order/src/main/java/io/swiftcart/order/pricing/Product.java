package io.swiftcart.order.pricing;

import io.swiftcart.platform.money.Money;

/** A product as orders need it: what it is called and what it costs now. */
public record Product(String sku, String name, Money price, boolean active) {}
