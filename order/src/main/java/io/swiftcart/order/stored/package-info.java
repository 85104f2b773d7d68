/**
 * Orders as they are stored and shown: the mapping between rows, the domain and JSON that placing
 * and reading share.
 */
@NullMarked
package io.swiftcart.order.stored;

import org.jspecify.annotations.NullMarked;
