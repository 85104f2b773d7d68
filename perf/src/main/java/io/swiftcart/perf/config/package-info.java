/**
 * What a simulation is told: where the shop is, who buys, how many come. All of it by system
 * properties.
 */
@NullMarked
package io.swiftcart.perf.config;

import org.jspecify.annotations.NullMarked;
