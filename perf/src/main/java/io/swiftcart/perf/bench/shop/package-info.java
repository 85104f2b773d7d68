/** A shop of a checkout, driven by {@code ./swiftcart} and known by its {@code run.json}. */
@NullMarked
package io.swiftcart.perf.bench.shop;

import org.jspecify.annotations.NullMarked;
