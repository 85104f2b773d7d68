/**
 * Orders and their checkout. {@code placing} takes an order as it is sent, {@code session} from a
 * cart; {@code recording} writes it either way. {@code checkout} drives its saga against the {@code
 * neighbours} inventory and payment, and ends it in one transaction; {@code history} and {@code
 * contact} show what is stored.
 */
@NullMarked
package io.swiftcart.order;

import org.jspecify.annotations.NullMarked;
