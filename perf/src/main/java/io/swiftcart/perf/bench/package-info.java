/**
 * The benchmark: {@code ./swiftcart bench}. Starts a shop, runs scenarios against it, asks it
 * afterwards whether all that must hold does hold, and reports.
 */
@NullMarked
package io.swiftcart.perf.bench;

import org.jspecify.annotations.NullMarked;
