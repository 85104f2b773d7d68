package io.swiftcart.order.invariants;

import java.time.Duration;

/**
 * How much is looked at, and how hurriedly.
 *
 * @param orders so many of the newest
 * @param rest between two pages of a neighbour's books, for those who order meanwhile
 */
record Window(int orders, Duration rest) {}
