/**
 * What products cost: the local view that orders are priced from. The facts of the catalogue write
 * it, placing reads it.
 */
@NullMarked
package io.swiftcart.order.pricing;

import org.jspecify.annotations.NullMarked;
