package io.swiftcart.order.domain;

/** What an order knows of its payment; the payment service owns the details. */
public enum PaymentStatus {
    /** Nothing was attempted, or it is not known yet. On a failed order: and nothing will be. */
    PENDING,
    /** Captured. */
    SUCCEEDED,
    /** The provider refused. */
    FAILED,
    /** Closed: whatever was or might have been charged is given back. */
    VOIDED,
    /** Captured, and given back in part. */
    PARTIALLY_REFUNDED,
    /** Captured, and given back in full. */
    REFUNDED
}
