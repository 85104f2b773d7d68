/**
 * Errors as RFC 9457 problem details: a use case throws a {@link
 * io.swiftcart.platform.problem.Problem}, the mappers here turn it, and every mistake the framework
 * finds by itself, into one JSON shape.
 */
@NullMarked
package io.swiftcart.platform.problem;

import org.jspecify.annotations.NullMarked;
