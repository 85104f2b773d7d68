package io.swiftcart.inventory.domain;

/**
 * One line that cannot be served.
 *
 * @param requested units that the order wants of the SKU
 * @param available units that could be had, 0 for a SKU without stock
 */
public record Shortage(String sku, int requested, int available) {}
