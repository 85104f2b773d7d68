package io.swiftcart.order.domain;

import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
import io.swiftcart.order.domain.Command.Undo;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Reply.CancelAsked;
import io.swiftcart.order.domain.Reply.DeadlinePassed;
import io.swiftcart.order.domain.Reply.GiveUpAsked;
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

    /**
     * Waiting for inventory.
     *
     * @param asked whether an earlier run may have asked, and may still be under way
     */
    record ReservingStock(Order order, boolean asked) implements Checkout {}

    /**
     * Stock is held; waiting for payment, whose outcome may be unknown for a while.
     *
     * @param asked whether an earlier charge may have arrived, so that only payment can say what
     *     became of it
     */
    record ChargingPayment(Order order, boolean asked) implements Checkout {}

    /** Paid: past the pivot, only a cancellation undoes it. */
    record Confirmed(Order order, Payment payment) implements Checkout {}

    /** Taking back what may have happened; asked again until every undo has answered. */
    record Compensating(Order order, Reason why, List<Undo> owed) implements Checkout {}

    /** Given up with nothing held and nothing charged. */
    record Rejected(Order order, Reason why, List<Shortage> shortages) implements Checkout {}

    /** Taken back on somebody's wish, with nothing charged. */
    record Cancelled(Order order) implements Checkout {}

    /** The next state and what to do on the way; no command means to wait. */
    record Step(Checkout next, List<? extends Command> commands) {}

    /** Where every checkout begins. */
    static Step begin(Order order) {
        return reserve(order, false);
    }

    /** What to ask when a stored state is taken up again. */
    default Step resume() {
        return switch (this) {
            case ReservingStock(var order, var asked) -> reserve(order, asked);
            case ChargingPayment(var order, _) -> charge(order, true);
            case Compensating(_, _, var owed) -> new Step(this, owed);
            case Confirmed _, Rejected _, Cancelled _ -> go(this);
        };
    }

    /** Compensation table: what may have happened by this state, newest first. */
    default List<Undo> undo() {
        return switch (this) {
            case ReservingStock(var order, _) ->
                    List.of(new VoidPayment(order.id()), new ReleaseStock(order.id()));
            case ChargingPayment(var order, _) ->
                    List.of(new VoidPayment(order.id()), new ReleaseStock(order.id()));
            case Compensating(_, _, var owed) -> owed;
            // The units go back by the fact that the order was cancelled: they may be committed.
            case Confirmed(var order, _) -> List.of(new VoidPayment(order.id()));
            case Rejected _, Cancelled _ -> List.of();
        };
    }

    /**
     * Transition table. No default: a new state or reply does not compile until every row answers
     * it.
     */
    default Step on(Reply reply) {
        return switch (this) {
            case ReservingStock(var order, var asked) ->
                    switch (reply) {
                        case StockReserved _ -> charge(order, false);
                        // A run that was overtaken may yet be given the stock, and charge.
                        case StockRefused(var shortages) ->
                                asked
                                        ? compensate(order, Reason.INSUFFICIENT_STOCK)
                                        : go(
                                                new Rejected(
                                                        order,
                                                        Reason.INSUFFICIENT_STOCK,
                                                        shortages));
                        case ReservationClosed _, DeadlinePassed _ ->
                                compensate(order, Reason.TIMED_OUT);
                        case CancelAsked _ -> compensate(order, Reason.CANCELLED);
                        case GiveUpAsked _ -> compensate(order, Reason.GIVEN_UP);
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
                        // A payment that may have happened is not cancelled before it is known.
                        case CancelAsked _ ->
                                asked ? go(this) : compensate(order, Reason.CANCELLED);
                        // Payment settles what is unknown before it answers that it is undone.
                        case GiveUpAsked _ -> compensate(order, Reason.GIVEN_UP);
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
                                PaymentUnknown _,
                                CancelAsked _,
                                GiveUpAsked _ ->
                                go(this); // too late: the undo is on its way
                    };
            case Confirmed(var order, _) ->
                    reply instanceof CancelAsked ? compensate(order, Reason.CANCELLED) : go(this);
            case Rejected _, Cancelled _ -> go(this);
        };
    }

    /** Whether nothing is left to do. */
    default boolean isFinal() {
        return switch (this) {
            case Confirmed _, Rejected _, Cancelled _ -> true;
            case ReservingStock _, ChargingPayment _, Compensating _ -> false;
        };
    }

    private static Step reserve(Order order, boolean asked) {
        return go(new ReservingStock(order, asked), new ReserveStock(order.id(), order.lines()));
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
        if (!owed.isEmpty()) {
            return go(new Compensating(order, why, owed));
        }
        return go(
                why == Reason.CANCELLED
                        ? new Cancelled(order)
                        : new Rejected(order, why, List.of()));
    }

    private static Step go(Checkout next, Command... commands) {
        return new Step(next, List.of(commands));
    }
}
