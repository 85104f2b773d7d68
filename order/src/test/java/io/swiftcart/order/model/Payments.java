package io.swiftcart.order.model;

import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.domain.Reply.PaymentCaptured;
import io.swiftcart.order.domain.Reply.PaymentDeclined;
import io.swiftcart.order.domain.Reply.PaymentUnavailable;
import io.swiftcart.order.domain.Reply.PaymentUnknown;
import io.swiftcart.order.domain.Reply.Undone;
import io.swiftcart.order.model.Faults.Fault;
import io.swiftcart.order.model.OneOrder.Book;
import io.swiftcart.order.model.OneOrder.Purse;
import java.util.ArrayList;
import java.util.List;

/** What payment and its provider make of a call, and what payment does by itself. */
record Payments(Setup setup) {
    private static final PaymentCaptured CAPTURED =
            new PaymentCaptured(new Payment("provider", "payment"));

    /** One charge for each order, whatever becomes of it. */
    List<Answer> charge(World world, int number) {
        Purse purse = world.order(number).purse();
        if (setup.has(Planted.CHARGE_WITHOUT_KEY) && purse.taken() > 0 && !purse.closed()) {
            return List.of(Answer.of("captured once more", taken(world, number), CAPTURED));
        }
        return switch (purse.book()) {
            case NONE -> firstCharge(world, number);
            case ASKING ->
                    List.of(
                            purse.closed()
                                    ? closed(world)
                                    : Answer.of("still unknown", world, new PaymentUnknown()));
            case CAPTURED ->
                    List.of(
                            purse.closed()
                                    ? closed(world)
                                    : Answer.of("captured already", world, CAPTURED));
            case DECLINED ->
                    List.of(
                            Answer.of(
                                    "declined already",
                                    world,
                                    new PaymentDeclined(Reason.PAYMENT_DECLINED)));
            case GIVEN_BACK, CLOSED -> List.of(closed(world));
        };
    }

    private List<Answer> firstCharge(World world, int number) {
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.of("captured", taken(world, number), CAPTURED));
        if (world.may(Fault.REFUSAL)) {
            World refusing = world.spend(Fault.REFUSAL);
            answers.add(
                    Answer.of(
                                    "declined",
                                    booked(refusing, number, Book.DECLINED),
                                    new PaymentDeclined(Reason.PAYMENT_DECLINED))
                            .asFault());
            answers.add(
                    Answer.of("unavailable, not sent", refusing, new PaymentUnavailable())
                            .asFault());
        }
        if (world.may(Fault.UNKNOWN)) {
            World silent = world.spend(Fault.UNKNOWN);
            answers.add(unknown("the provider was not reached", silent, number));
            answers.add(unknown("the provider has taken it", taken(silent, number), number));
        }
        return answers;
    }

    private Answer unknown(String how, World world, int number) {
        if (setup.has(Planted.UNKNOWN_AS_DECLINED)) {
            return Answer.of(
                            how + ", booked as declined",
                            booked(world, number, Book.DECLINED),
                            new PaymentDeclined(Reason.PAYMENT_DECLINED))
                    .asFault();
        }
        World asking = booked(world, number, Book.ASKING);
        return setup.has(Planted.CAPTURED_BEFORE_IT_IS_KNOWN)
                ? Answer.of(how + ", said to be captured", asking, CAPTURED).asFault()
                : Answer.of("unknown: " + how, asking, new PaymentUnknown()).asFault();
    }

    private static Answer closed(World world) {
        return Answer.of("closed", world, new PaymentDeclined(Reason.TIMED_OUT));
    }

    /** Marks the order first; only what holds no money for certain is answered. */
    List<Answer> undo(World world, int number) {
        OneOrder order = world.order(number);
        Undone undone = new Undone(new VoidPayment(order.row().order().id()));
        Purse purse = order.purse();
        World marked = world.with(number, order.with(marked(purse)));
        return switch (purse.book()) {
            case NONE ->
                    List.of(
                            setup.has(Planted.NO_TOMBSTONE_ON_VOID)
                                    ? Answer.of("nothing to undo", world, undone)
                                    : Answer.of(
                                            "closed before any charge",
                                            booked(marked, number, Book.CLOSED),
                                            undone));
            case CLOSED, GIVEN_BACK, DECLINED ->
                    List.of(Answer.of("nothing is held", marked, undone));
            case ASKING ->
                    List.of(
                            setup.has(Planted.VOID_BEFORE_IT_IS_KNOWN)
                                    ? Answer.of("marked, still unknown", marked, undone)
                                    : Answer.none("marked, still unknown", marked));
            case CAPTURED -> {
                List<Answer> answers = new ArrayList<>();
                answers.add(Answer.of("given back", givenBack(marked, number), undone));
                if (world.may(Fault.UNKNOWN)) {
                    answers.add(
                            Answer.none(
                                            "marked, the refund is unknown",
                                            marked.spend(Fault.UNKNOWN))
                                    .asFault());
                }
                yield answers;
            }
        };
    }

    /** What payment does by itself: settles what is unknown, gives back what is owed. */
    List<Answer> byItself(World world, int number) {
        Purse purse = world.order(number).purse();
        List<Answer> done = new ArrayList<>();
        if (purse.book() == Book.ASKING) {
            boolean known = purse.taken() > 0;
            World captured = known ? booked(world, number, Book.CAPTURED) : taken(world, number);
            done.add(Answer.none("payment learns: captured", captured));
            if (!known) {
                World late = booked(taken(world, number), number, Book.ASKING);
                done.add(Answer.none("the provider takes it late", late).asFault());
            }
            if (!known && world.may(Fault.REFUSAL)) {
                World declined = booked(world.spend(Fault.REFUSAL), number, Book.DECLINED);
                done.add(Answer.none("payment learns: declined", declined).asFault());
            }
        }
        if (purse.owesRefund()) {
            done.add(Answer.none("payment goes on undoing", givenBack(world, number)));
        }
        return done;
    }

    private static Purse marked(Purse purse) {
        return new Purse(purse.book(), true, purse.taken(), purse.returned());
    }

    private static World taken(World world, int number) {
        OneOrder order = world.order(number);
        Purse purse = order.purse();
        return world.with(
                number,
                order.with(
                        new Purse(
                                Book.CAPTURED,
                                purse.closed(),
                                purse.taken() + 1,
                                purse.returned())));
    }

    private static World givenBack(World world, int number) {
        OneOrder order = world.order(number);
        Purse purse = order.purse();
        return world.with(
                number,
                order.with(new Purse(Book.GIVEN_BACK, true, purse.taken(), purse.returned() + 1)));
    }

    private static World booked(World world, int number, Book book) {
        OneOrder order = world.order(number);
        Purse purse = order.purse();
        return world.with(
                number,
                order.with(new Purse(book, purse.closed(), purse.taken(), purse.returned())));
    }
}
