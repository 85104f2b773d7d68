/** The scenarios B0 to B10 and the big catalogue, one class each. */
@NullMarked
package io.swiftcart.perf.bench.scenarios;

import org.jspecify.annotations.NullMarked;
