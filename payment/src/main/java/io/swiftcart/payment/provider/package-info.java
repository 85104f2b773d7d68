/**
 * The payment provider as a port, {@code PaymentProvider}, and Stripe behind it. {@code
 * StripeProvider} turns an attempt into one call and Stripe's answer into a reply of the domain;
 * {@code StripeClient} is the edge where time limits, retries, the breaker and the bulkhead stand.
 * Declines are answers and count as successes there; only a provider that is silent, slow or broken
 * opens the breaker. {@code ProviderBooks} reads the provider's own list, for those who hold it
 * against ours.
 */
@NullMarked
package io.swiftcart.payment.provider;

import org.jspecify.annotations.NullMarked;
