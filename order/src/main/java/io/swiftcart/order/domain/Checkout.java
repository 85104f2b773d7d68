package io.swiftcart.order.domain;

import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
import io.swiftcart.order.domain.Command.Undo;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Reply.DeadlinePassed;
import io.swiftcart.order.domain.Reply.PaymentCaptured;
import io.swiftcart.order.domain.Reply.PaymentDeclined;
import io.swiftcart.order.domain.Reply.PaymentUnavailable;
import io.swiftcart.order.domain.Reply.PaymentUnknown;
import io.swiftcart.order.domain.Reply.ReservationClosed;
import io.swiftcart.order.domain.Reply.Shortage;
import io.swiftcart.order.domain.Reply.StockRefused;
import io.swiftcart.order.domain.Reply.StockReserved;
import io.swiftcart.order.domain.Reply.Undone;
import java.util.List;

/**
 * Checkout saga of one order: (state, reply) gives (next state, commands). Pure: no I/O, clock or
 * framework.
 *
 * <p>The stored state may lag behind what has happened: every command is keyed by order id, so
 * recovery drives forward from the stored state and meets the answers it has already got. For the
 * same reason the undo of a state lists everything that may have happened, not what is known to
 * have happened.
 */
public sealed interface Checkout {
    Order order();

    /** Waiting for inventory. */
    record ReservingStock(Order order) implements Checkout {}

    /**
     * Stock is held; waiting for payment, whose outcome may be unknown for a while.
     *
     * @param asked whether an earlier charge may have arrived, so that only payment can say what
     *     became of it
     */
    record ChargingPayment(Order order, boolean asked) implements Checkout {}

    /** Paid: past the pivot, nothing is undone any more by this saga. */
    record Confirmed(Order order, Payment payment) implements Checkout {}

    /** Taking back what may have happened; asked again until every undo has answered. */
    record Compensating(Order order, Reason why, List<Undo> owed) implements Checkout {}

    /** Given up with nothing held and nothing charged. */
    record Rejected(Order order, Reason why, List<Shortage> shortages) implements Checkout {}

    /** The next state and what to do on the way; no command means to wait. */
    record Step(Checkout next, List<? extends Command> commands) {}

    /** Where every checkout begins, and begins again after a crash. */
    static Step begin(Order order) {
        return go(new ReservingStock(order), new ReserveStock(order.id(), order.lines()));
    }

    /** What to ask when a stored state is taken up again. */
    default Step resume() {
        return switch (this) {
            case ReservingStock(var order) -> begin(order);
            case ChargingPayment(var order, _) -> charge(order, true);
            case Compensating(_, _, var owed) -> new Step(this, owed);
            case Confirmed _, Rejected _ -> go(this);
        };
    }

    /** Compensation table: what may have happened by this state, newest first. */
    default List<Undo> undo() {
        return switch (this) {
            case ReservingStock(var order) ->
                    List.of(new VoidPayment(order.id()), new ReleaseStock(order.id()));
            case ChargingPayment(var order, _) ->
                    List.of(new VoidPayment(order.id()), new ReleaseStock(order.id()));
            case Compensating(_, _, var owed) -> owed;
            case Confirmed _, Rejected _ -> List.of();
        };
    }

    /**
     * Transition table. No default: a new state or reply does not compile until every row answers
     * it.
     */
    default Step on(Reply reply) {
        return switch (this) {
            case ReservingStock(var order) ->
                    switch (reply) {
                        case StockReserved _ -> charge(order, false);
                        case StockRefused(var shortages) ->
                                go(new Rejected(order, Reason.INSUFFICIENT_STOCK, shortages));
                        case ReservationClosed _, DeadlinePassed _ ->
                                compensate(order, Reason.TIMED_OUT);
                        case PaymentCaptured _,
                                PaymentDeclined _,
                                PaymentUnavailable _,
                                PaymentUnknown _,
                                Undone _ ->
                                throw new UnexpectedReply(this, reply);
                    };
            case ChargingPayment(var order, var asked) ->
                    switch (reply) {
                        case PaymentCaptured(var payment) -> go(new Confirmed(order, payment));
                        case PaymentDeclined(var why) -> compensate(order, why);
                        case PaymentUnavailable _ ->
                                asked
                                        ? go(this) // this charge was not sent, an earlier one
                                        // may be
                                        : compensate(order, Reason.PAYMENT_UNAVAILABLE);
                        // Unknown is a state, not a failure: wait, and ask again.
                        case PaymentUnknown _ -> go(new ChargingPayment(order, true));
                        case DeadlinePassed _ -> charge(order, asked);
                        case StockReserved _ -> go(this);
                        case StockRefused _, ReservationClosed _, Undone _ ->
                                throw new UnexpectedReply(this, reply);
                    };
            case Compensating(var order, var why, var owed) ->
                    switch (reply) {
                        case Undone(var done) ->
                                settle(
                                        order,
                                        why,
                                        owed.stream().filter(undo -> !undo.equals(done)).toList());
                        case DeadlinePassed _ -> new Step(this, owed);
                        case StockReserved _,
                                StockRefused _,
                                ReservationClosed _,
                                PaymentCaptured _,
                                PaymentDeclined _,
                                PaymentUnavailable _,
                                PaymentUnknown _ ->
                                go(this); // too late: the undo is on its way
                    };
            case Confirmed _, Rejected _ -> go(this);
        };
    }

    /** Whether nothing is left to do. */
    default boolean isFinal() {
        return this instanceof Confirmed || this instanceof Rejected;
    }

    private static Step charge(Order order, boolean asked) {
        return go(
                new ChargingPayment(order, asked),
                new ChargePayment(order.id(), order.totals().total(), order.paymentMethod()));
    }

    private Step compensate(Order order, Reason why) {
        return new Step(new Compensating(order, why, undo()), undo());
    }

    private static Step settle(Order order, Reason why, List<Undo> owed) {
        return go(
                owed.isEmpty()
                        ? new Rejected(order, why, List.of())
                        : new Compensating(order, why, owed));
    }

    private static Step go(Checkout next, Command... commands) {
        return new Step(next, List.of(commands));
    }
}
