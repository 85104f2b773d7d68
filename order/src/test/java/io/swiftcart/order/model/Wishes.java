package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.domain.Reply.CancelAsked;
import io.swiftcart.order.domain.Reply.GiveUpAsked;
import io.swiftcart.order.model.Faults.Fault;
import java.util.List;

/**
 * What changes the course of a checkout from outside, as {@code cancelling.CancelOrder} and {@code
 * operating.OperateCheckout} do it; and the time that passes.
 */
record Wishes(Runner runner) {

    void add(World world, int number, List<Move> moves) {
        OneOrder order = world.order(number);
        Checkout row = order.row();
        if (world.may(Fault.WISH) && isCancellable(row)) {
            moves.add(
                    new Move(
                            Orders.name(number) + " is cancelled in " + Runner.name(row),
                            true,
                            world.spend(Fault.WISH)
                                    .with(
                                            number,
                                            runner.divert(
                                                    order.grown(false),
                                                    row.on(new CancelAsked()).next()))));
        }
        if (world.may(Fault.GIVE_UP) && !row.isFinal()) {
            moves.add(
                    new Move(
                            Orders.name(number) + " is given up in " + Runner.name(row),
                            true,
                            world.spend(Fault.GIVE_UP)
                                    .with(
                                            number,
                                            runner.divert(
                                                    order, row.on(new GiveUpAsked()).next()))));
        }
        if (world.may(Fault.DELAY) && !row.isFinal() && !order.old()) {
            moves.add(
                    new Move(
                            Orders.name(number) + " grows too old",
                            true,
                            world.spend(Fault.DELAY).with(number, order.grown(true))));
        }
    }

    private static boolean isCancellable(Checkout row) {
        OrderStatus status = row.order().status();
        return !(row instanceof Compensating)
                && (status == OrderStatus.PENDING || status == OrderStatus.CONFIRMED)
                && row.on(new CancelAsked()).next() instanceof Compensating;
    }
}
