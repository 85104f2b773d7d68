/**
 * Inventory and payment over HTTP: time limits, retries, bulkheads and the breaker, and what each
 * of their answers means to the saga. A failure here says that there was no answer, never what the
 * answer was.
 */
@NullMarked
package io.swiftcart.order.neighbours;

import org.jspecify.annotations.NullMarked;
