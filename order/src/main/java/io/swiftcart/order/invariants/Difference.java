package io.swiftcart.order.invariants;

/**
 * One thing that is not as it must be.
 *
 * @param invariant the id of the rule that it breaks
 * @param sentence for operators
 */
record Difference(String invariant, String sentence) {}
