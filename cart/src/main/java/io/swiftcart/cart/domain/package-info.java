/**
 * What a cart is: lines with the price they were put in at and the price of now, an owner or none,
 * and the reasons for which a change is refused.
 */
@NullMarked
package io.swiftcart.cart.domain;

import org.jspecify.annotations.NullMarked;
