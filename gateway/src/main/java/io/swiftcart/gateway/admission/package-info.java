/**
 * How many requests are under way at a time. {@code Places} says how many one service gets, by how
 * it answers; who finds none waits at its {@code Gate} in a bounded line in which who pays stands
 * before who looks around, and who would wait there for too long is refused at once. {@code
 * Admission} is the door to all gates; it also refuses repeats of a request that is still under
 * way, before they cost anything.
 */
@NullMarked
package io.swiftcart.gateway.admission;

import org.jspecify.annotations.NullMarked;
