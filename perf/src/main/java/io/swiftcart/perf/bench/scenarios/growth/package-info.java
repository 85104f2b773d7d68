/** What an order takes and costs while something grows: orders stored, consumers, products. */
@NullMarked
package io.swiftcart.perf.bench.scenarios.growth;

import org.jspecify.annotations.NullMarked;
