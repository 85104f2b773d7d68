/**
 * Tells other services whom to write to about an order, at the moment they need it; nothing of it
 * travels on the bus.
 */
@NullMarked
package io.swiftcart.order.contact;

import org.jspecify.annotations.NullMarked;
