package io.swiftcart.payment.domain;

/** A step that the provider is asked for. */
public enum Operation {
    /**
     * Reserve the money on the card, and take it too unless {@link Terms#capture} says otherwise.
     */
    AUTHORIZE,
    /** Take what was reserved. */
    CAPTURE,
    /** Let go of what was reserved and not taken. */
    VOID,
    /** Give back what was taken, or a part of it. */
    REFUND
}
