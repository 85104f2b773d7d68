package io.swiftcart.order.model;

/**
 * Something that can happen.
 *
 * @param what one line for the trace
 * @param fault whether it must not be counted on to get anywhere
 */
record Move(String what, boolean fault, World to) {}
