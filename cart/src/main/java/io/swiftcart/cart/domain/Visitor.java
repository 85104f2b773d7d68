package io.swiftcart.cart.domain;

import org.jspecify.annotations.Nullable;

/** Who wants to open a cart. */
public sealed interface Visitor {

    /** Opens guests' carts whose id they know. */
    record Anonymous() implements Visitor {}

    /** Opens guests' carts whose id they know, and their own. */
    record Customer(String id) implements Visitor {}

    /** A service of the shop, which opens all. */
    record Neighbour() implements Visitor {}

    /** Whether a cart of this customer, or of a guest when null, opens. */
    default boolean opens(@Nullable String customerId) {
        return customerId == null
                || switch (this) {
                    case Anonymous() -> false;
                    case Customer(String id) -> id.equals(customerId);
                    case Neighbour() -> true;
                };
    }
}
