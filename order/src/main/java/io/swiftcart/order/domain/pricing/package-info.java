/**
 * What a basket costs: {@link Bill} takes items, a promotion, a shipping price and tax rates to the
 * sums of an order. Pure Java; its rounding rule stands in the README of this module.
 */
@NullMarked
package io.swiftcart.order.domain.pricing;

import org.jspecify.annotations.NullMarked;
