/** The scenarios B0 to B10, one class each, and what they have in common. */
@NullMarked
package io.swiftcart.perf.bench.scenarios;

import org.jspecify.annotations.NullMarked;
