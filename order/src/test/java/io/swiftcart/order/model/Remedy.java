package io.swiftcart.order.model;

/** A change of the protocol that is weighed here before it is made. */
enum Remedy {
    /** The end of an order closes an expired hold too, so that no late fact can commit it. */
    CLOSE_WHAT_HAS_EXPIRED
}
