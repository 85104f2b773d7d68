/**
 * Fires every alert of {@code ops/prometheus/rules} once, in a real Prometheus with the shipped
 * configuration and rules, by the trouble that it is meant for. {@code AlertsJourney} takes the
 * alerts one by one; {@code Provocations} says what provokes each; {@code AlertShop} is the shop
 * that suffers it; {@code Hastened} makes the durations of the rules short enough to be waited for.
 */
@NullMarked
package io.swiftcart.e2e.alerts;

import org.jspecify.annotations.NullMarked;
