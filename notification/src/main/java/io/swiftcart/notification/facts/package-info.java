/**
 * Listens to the facts of orders that customers hear of, and notes a delivery for each in the
 * transaction that marks the fact as seen.
 */
@NullMarked
package io.swiftcart.notification.facts;

import org.jspecify.annotations.NullMarked;
