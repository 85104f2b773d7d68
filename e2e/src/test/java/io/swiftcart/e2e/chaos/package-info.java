/**
 * Breaks things while orders come in, and lets the oracle judge. {@code OneShop} starts one shop
 * for all scenarios, with a {@code TcpProxy} on each {@code Edge}; {@code Seed} makes a run
 * repeatable; {@code Form} has the figures of the short form, for every build, and of the long one,
 * for {@code ./swiftcart test chaos}.
 */
@NullMarked
package io.swiftcart.e2e.chaos;

import org.jspecify.annotations.NullMarked;
