package io.swiftcart.order.domain;

/** What an order knows of its payment; the payment service owns the details. */
public enum PaymentStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    VOIDED
}
