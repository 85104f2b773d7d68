/**
 * What products, shipping and tax cost: the local view of products, promotions, and the tables of
 * rates. The facts of the catalogue write the view; placing and sessions read all of it.
 */
@NullMarked
package io.swiftcart.order.pricing;

import org.jspecify.annotations.NullMarked;
