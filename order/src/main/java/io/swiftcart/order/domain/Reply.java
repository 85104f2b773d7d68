package io.swiftcart.order.domain;

import java.util.List;

/** What the saga can hear. */
public sealed interface Reply {

    /** All lines are held. */
    record StockReserved() implements Reply {}

    /** At least one line is short; nothing is held. */
    record StockRefused(List<Shortage> shortages) implements Reply {}

    /** The hold existed once and was released or has expired. */
    record ReservationClosed() implements Reply {}

    /** The money is captured. */
    record PaymentCaptured(Payment payment) implements Reply {}

    /** The provider said no; nothing was charged. */
    record PaymentDeclined(Reason why) implements Reply {}

    /**
     * Payment was not asked, or refused to ask the provider: nothing was charged by this command.
     */
    record PaymentUnavailable() implements Reply {}

    /** The outcome at the provider is not known yet. */
    record PaymentUnknown() implements Reply {}

    /** The undo has taken effect. */
    record Undone(Command.Undo undo) implements Reply {}

    /** The order has waited longer than it may. */
    record DeadlinePassed() implements Reply {}

    /** Somebody who may wants the order taken back. */
    record CancelAsked() implements Reply {}

    /** An operator wants the checkout undone, whatever it waits for. */
    record GiveUpAsked() implements Reply {}

    /** One SKU of which less is available than was asked for. */
    record Shortage(String sku, int requested, int available) {}
}
