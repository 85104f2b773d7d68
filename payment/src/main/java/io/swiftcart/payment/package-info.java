/**
 * Payment: takes money for orders through a provider, gives it back, and never takes it twice. A
 * command enters a feature package ({@code authorizing}, {@code capturing}, {@code voiding}, {@code
 * refunding}), which opens an attempt in the database, asks the {@code provider}, and records the
 * outcome through {@code settling}, the one completion path. Webhooks and the sweep of unanswered
 * attempts end in the same place.
 */
@NullMarked
package io.swiftcart.payment;

import org.jspecify.annotations.NullMarked;
