/**
 * What must always hold. A service declares {@link io.swiftcart.platform.invariants.Invariant}
 * beans; {@code EvaluateInvariants} asks them on demand and by the clock, the page of operators (in
 * {@code operations}) shows the report, and a gauge keeps what was found last.
 */
@NullMarked
package io.swiftcart.platform.invariants;

import org.jspecify.annotations.NullMarked;
