/**
 * How much one sender may ask for. {@code LimitRequests} counts each request for its machine
 * client, user or anonymous address ({@code Sender}) under the quota that {@code Quotas} finds for
 * it; {@code Buckets} has a {@code Bucket} for each, which takes tokens from Redis in small leases
 * ({@code SharedTokens}), so that all replicas of the gateway give out the same tokens.
 */
@NullMarked
package io.swiftcart.gateway.limits;

import org.jspecify.annotations.NullMarked;
