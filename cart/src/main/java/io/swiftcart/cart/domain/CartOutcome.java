package io.swiftcart.cart.domain;

/** What came of a request to the store. A refused one has changed nothing. */
public sealed interface CartOutcome {

    /** The cart as it is now. */
    record Kept(Cart cart) implements CartOutcome {}

    /** The cart is no more. */
    record Gone() implements CartOutcome {}

    /** Nothing has happened, for this reason. */
    record Refused(Refusal reason) implements CartOutcome {}
}
