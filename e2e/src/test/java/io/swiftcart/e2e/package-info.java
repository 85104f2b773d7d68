/**
 * Journeys through the running whole, seen from outside. {@code Shop} starts and stops everything
 * with the command that a person would type, {@code Buyer} places orders through the gateway,
 * {@code Mailbox} and {@code Bus} look at what arrives. Nothing here knows a class of a service:
 * only the contracts.
 */
@NullMarked
package io.swiftcart.e2e;

import org.jspecify.annotations.NullMarked;
