package io.swiftcart.payment.domain;

import java.util.UUID;

/** What others are told about a payment. */
public sealed interface PaymentFact {

    /** A payment was begun; its outcome is open. */
    record Initiated() implements PaymentFact {}

    /** The money was taken. */
    record Succeeded() implements PaymentFact {}

    /** The money was refused. */
    record Failed() implements PaymentFact {}

    /** Money was given back by the refund of this id. */
    record Refunded(UUID refundId, long amountMinorUnits) implements PaymentFact {}
}
