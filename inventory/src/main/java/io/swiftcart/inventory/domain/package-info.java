/**
 * The rules of stock that need no framework: what a hold does to a SKU at each step, how an order's
 * reservation answers a repeated command, when a correction is allowed. Pure and immutable; the
 * features ask, nothing here asks back.
 */
@NullMarked
package io.swiftcart.inventory.domain;

import org.jspecify.annotations.NullMarked;
