/** The results: a JSON file for programs, a page for people, and the comparison of two. */
@NullMarked
package io.swiftcart.perf.bench.report;

import org.jspecify.annotations.NullMarked;
