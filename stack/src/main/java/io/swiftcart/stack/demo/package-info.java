/**
 * The demo data: {@link io.swiftcart.stack.demo.DemoCatalogue} makes up 500 products from a list of
 * plain things, {@link io.swiftcart.stack.demo.DemoLoader} puts them into the shop through its
 * public API as a manager would, and {@link io.swiftcart.stack.demo.PriceView} waits until orders
 * can be priced.
 */
@NullMarked
package io.swiftcart.stack.demo;

import org.jspecify.annotations.NullMarked;
