/**
 * What the provider tells by itself. {@code WebhookResource} checks the signature over the raw body
 * and {@code StoreEvent} keeps each event once, then the provider has its 200. {@code
 * WorkOffEvents} later takes an event as a hint to ask about the open attempt of its order: the
 * outcome always comes from the provider's answer, so lost, late, repeated and reordered events
 * change nothing.
 */
@NullMarked
package io.swiftcart.payment.webhooks;

import org.jspecify.annotations.NullMarked;
