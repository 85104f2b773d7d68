package io.swiftcart.cart.domain;

import io.swiftcart.platform.money.Money;

/**
 * A product as a cart needs it.
 *
 * @param price of one unit, now
 * @param active whether it is sold
 * @param version orders the states of a product; an older one never replaces a newer
 */
public record Product(String sku, String name, Money price, boolean active, long version) {}
