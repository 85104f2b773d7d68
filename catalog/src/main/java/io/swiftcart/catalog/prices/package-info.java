/**
 * What a product has cost: {@code PriceHistoryResource} → {@code PriceHistoryQuery}. The rows are
 * written by the statements of {@code products} that give a product its price.
 */
@NullMarked
package io.swiftcart.catalog.prices;

import org.jspecify.annotations.NullMarked;
