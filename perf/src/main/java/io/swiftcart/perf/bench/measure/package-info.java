/** What a piece of work has cost: processor time, memory, write-ahead log, garbage collection. */
@NullMarked
package io.swiftcart.perf.bench.measure;

import org.jspecify.annotations.NullMarked;
