package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.ChargingPayment;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Checkout.ReservingStock;
import io.swiftcart.order.domain.Checkout.Step;
import io.swiftcart.order.domain.Command;
import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Reply;
import io.swiftcart.order.domain.Reply.DeadlinePassed;
import io.swiftcart.order.domain.Reply.PaymentUnknown;
import io.swiftcart.order.model.OneOrder.Call;
import io.swiftcart.order.model.OneOrder.Fact;
import io.swiftcart.order.model.OneOrder.Facts;
import io.swiftcart.order.model.Run.Next;
import java.time.Instant;
import java.util.List;

/**
 * Mirrors {@code checkout.CheckoutRunner} and {@code FinishCheckout}: which step follows which
 * answer, what is saved, and what only the runner knows.
 */
record Runner(Setup setup) {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** The order is stored, and its first run goes on with what it has in hand. */
    OneOrder place(OneOrder order) {
        return begin(order.with(stored(order.row())), order.row());
    }

    /** Somebody takes the row and drives on from it; whoever did so before has lost it. */
    OneOrder takeUp(OneOrder order) {
        return begin(order, order.row());
    }

    private OneOrder begin(OneOrder order, Checkout from) {
        Step step = order.old() ? from.on(new DeadlinePassed()) : from.resume();
        OneOrder taken = order.disowned();
        OneOrder begun = taken.and(new Run(from, true, Next.POSTPONE, List.of()));
        return take(begun, taken.runs().size(), step, List.of());
    }

    /** A new course by somebody's wish: stored first, then run. */
    OneOrder divert(OneOrder order, Checkout next) {
        OneOrder stored =
                setup.has(Planted.UNDO_BEFORE_SAVING)
                        ? order.disowned()
                        : order.with(next).disowned();
        return stored.runs().size() < OneOrder.RUNS_MAX ? begin(stored, next) : stored;
    }

    /** The answer of a neighbour, or none. */
    World hear(Answer answer, int number, int run) {
        OneOrder order = answer.to().order(number);
        OneOrder after =
                answer.reply().isPresent()
                        ? told(order, run, answer.reply().get())
                        : silence(order, run);
        World world = answer.to().with(number, after);
        boolean releases =
                setup.has(Planted.RELEASE_WHILE_UNKNOWN)
                        && answer.reply().filter(PaymentUnknown.class::isInstance).isPresent();
        return releases ? new Inventory(setup).release(world, number).to() : world;
    }

    private OneOrder told(OneOrder order, int number, Reply reply) {
        Run run = order.runs().get(number);
        Step step = run.state().on(reply);
        return take(order, number, step, rest(run));
    }

    OneOrder silence(OneOrder order, int number) {
        Run run = order.runs().get(number);
        boolean more = run.state() instanceof Compensating && !rest(run).isEmpty();
        return more
                ? send(order, number, run.state(), rest(run))
                : order.with(number, run.to(run.state(), Next.POSTPONE, List.of()));
    }

    private OneOrder take(OneOrder order, int number, Step step, List<Command> stillToSend) {
        Run run = order.runs().get(number);
        Checkout next = step.next();
        if (next.isFinal()) {
            return order.with(number, run.to(next, Next.FINISH, List.of()));
        }
        List<Command> commands =
                step.commands().isEmpty() ? stillToSend : List.copyOf(step.commands());
        if (commands.isEmpty()) {
            return order.with(number, run.to(next, Next.POSTPONE, List.of()));
        }
        boolean begunToUndo =
                next instanceof Compensating && !(run.state() instanceof Compensating);
        return begunToUndo && !setup.has(Planted.UNDO_BEFORE_SAVING)
                ? order.with(number, run.to(next, Next.SAVE, commands))
                : send(order, number, next, commands);
    }

    private static OneOrder send(
            OneOrder order, int number, Checkout state, List<Command> commands) {
        Run run = order.runs().get(number);
        return order.sent(call(commands.getFirst()))
                .with(number, run.to(state, Next.HEAR, commands));
    }

    /** Saves, postpones or ends: one transaction that counts only for the owner of the row. */
    OneOrder write(OneOrder order, int number) {
        Run run = order.runs().get(number);
        boolean mine = run.owns() || setup.has(Planted.NO_VERSION_CHECK);
        if (!mine) {
            return order.without(number);
        }
        return switch (run.next()) {
            case SAVE -> send(order.with(stored(run.state())), number, run.state(), run.commands());
            case POSTPONE -> order.with(stored(run.state())).without(number);
            case FINISH -> finish(order, run).without(number);
            case HEAR -> throw new IllegalStateException("waiting for an answer");
        };
    }

    private static OneOrder finish(OneOrder order, Run run) {
        // The order has a version of its own: nobody ends it twice.
        if (order.row().order().version() != run.state().order().version()) {
            return order;
        }
        Facts facts = order.facts();
        return switch (run.state()) {
            case Confirmed(var was, var payment) ->
                    order.with(new Confirmed(was.confirmed(payment, NOW), payment))
                            .with(new Facts(Fact.WAITING, facts.ended(), facts.shortfall()));
            case Rejected(var was, var why, var shortages) ->
                    order.with(new Rejected(was.failed(why, NOW), why, shortages))
                            .with(new Facts(facts.confirmed(), Fact.WAITING, facts.shortfall()));
            case Cancelled(var was) ->
                    order.with(new Cancelled(was.cancelled(NOW)))
                            .with(new Facts(facts.confirmed(), Fact.WAITING, facts.shortfall()));
            case ReservingStock _, ChargingPayment _, Compensating _ ->
                    throw new IllegalStateException("Not final");
        };
    }

    /** What comes back from the row: whoever has stored it may have asked. */
    private static Checkout stored(Checkout state) {
        return switch (state) {
            case ReservingStock(var order, _) -> new ReservingStock(order, true);
            case ChargingPayment(var order, _) -> new ChargingPayment(order, true);
            case Compensating _, Confirmed _, Rejected _, Cancelled _ -> state;
        };
    }

    private static List<Command> rest(Run run) {
        return List.copyOf(run.commands().subList(1, run.commands().size()));
    }

    static Call call(Command command) {
        return switch (command) {
            case ReserveStock _ -> Call.RESERVE;
            case ChargePayment _ -> Call.CHARGE;
            case ReleaseStock _ -> Call.RELEASE;
            case VoidPayment _ -> Call.VOID;
        };
    }

    static String name(Object part) {
        return part.getClass().getSimpleName();
    }
}
