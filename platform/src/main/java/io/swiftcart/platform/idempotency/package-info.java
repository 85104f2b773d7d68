/**
 * HTTP idempotency: the claim of a key commits together with the change it guards, the stored
 * answer is replayed byte for byte.
 */
@NullMarked
package io.swiftcart.platform.idempotency;

import org.jspecify.annotations.NullMarked;
