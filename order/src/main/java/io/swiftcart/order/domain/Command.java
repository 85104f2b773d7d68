package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;
import java.util.List;

/** What the saga asks a neighbour to do. Keyed by order id, so asking again is harmless. */
public sealed interface Command {
    OrderId order();

    /** Hold all lines or none. */
    record ReserveStock(OrderId order, List<OrderLine> lines) implements Command {}

    /** Authorise and capture the total. */
    record ChargePayment(OrderId order, Money total, String paymentMethod) implements Command {}

    /** A command that takes another back; it may be sent although the other never arrived. */
    sealed interface Undo extends Command {}

    /** Give the hold back, and refuse one that comes late. */
    record ReleaseStock(OrderId order) implements Undo {}

    /** Void or refund whatever was charged, and refuse a charge that comes late. */
    record VoidPayment(OrderId order) implements Undo {}
}
