package io.swiftcart.payment.domain;

/** What is known about the payment of one order. */
public sealed interface OrderPayment permits Payment, OrderPayment.None, OrderPayment.Closed {

    /** Nobody has asked for a payment. */
    record None() implements OrderPayment {}

    /**
     * A tombstone: the payment was undone before it was asked for, so it may not be asked for any
     * more.
     */
    record Closed(OrderId orderId) implements OrderPayment {}
}
