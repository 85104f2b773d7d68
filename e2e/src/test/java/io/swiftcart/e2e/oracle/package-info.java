/**
 * Judges a shop from outside. {@code Survey} reads {@code Figures} (the driver's journal, the
 * databases, the provider's ledger, Kafka, the mail sink); the rules say what is wrong with them;
 * {@code Oracle} waits until the shop is quiet and fails with every sentence they have to say.
 */
@NullMarked
package io.swiftcart.e2e.oracle;

import org.jspecify.annotations.NullMarked;
