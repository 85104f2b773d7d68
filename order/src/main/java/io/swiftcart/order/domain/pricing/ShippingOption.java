package io.swiftcart.order.domain.pricing;

import io.swiftcart.platform.money.Money;

/** A way to ship a basket to a country, at its price. */
public record ShippingOption(String code, String name, Money amount) {}
