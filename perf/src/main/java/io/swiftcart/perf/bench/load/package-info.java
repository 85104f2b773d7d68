/** Load by Gatling, in a process of its own, and what it has seen. */
@NullMarked
package io.swiftcart.perf.bench.load;

import org.jspecify.annotations.NullMarked;
