/**
 * A page for each problem of the shop, at the address that is the {@code type} of its answers. The
 * texts come from {@code contracts/problems/problems.json}, the one list of all codes; {@code
 * KnownProblems} reads it once at the start.
 */
@NullMarked
package io.swiftcart.gateway.problems;

import org.jspecify.annotations.NullMarked;
