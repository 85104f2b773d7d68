/** The requests of the public interface, one class per service. */
@NullMarked
package io.swiftcart.perf.endpoints;

import org.jspecify.annotations.NullMarked;
