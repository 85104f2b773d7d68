/**
 * The one completion path. Every step of every payment goes open (written, with facts, in one
 * statement), ask (the provider, outside any transaction), settle (the reply written against the
 * version it was computed from). Features open steps; the caller's own request, a webhook and the
 * sweep all settle them here, and the version decides who was first.
 */
@NullMarked
package io.swiftcart.payment.settling;

import org.jspecify.annotations.NullMarked;
