/**
 * How requests ended, second by second: what the benchmark reads, beside Gatling's own report for
 * people.
 */
@NullMarked
package io.swiftcart.perf.outcomes;

import org.jspecify.annotations.NullMarked;
