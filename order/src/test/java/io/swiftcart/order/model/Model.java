package io.swiftcart.order.model;

import io.swiftcart.order.model.Faults.Fault;
import io.swiftcart.order.model.OneOrder.Call;
import io.swiftcart.order.model.OneOrder.Fact;
import io.swiftcart.order.model.OneOrder.Facts;
import io.swiftcart.order.model.OneOrder.Hold;
import io.swiftcart.order.model.Run.Next;
import java.util.ArrayList;
import java.util.List;

/** Everything that can happen in a state. */
final class Model {
    private final Setup setup;
    private final Runner runner;
    private final Inventory inventory;
    private final Payments payments;
    private final Wishes wishes;

    Model(Setup setup) {
        this.setup = setup;
        runner = new Runner(setup);
        inventory = new Inventory(setup);
        payments = new Payments(setup);
        wishes = new Wishes(runner);
    }

    /** All orders are placed and their runs begun. */
    World start() {
        List<OneOrder> orders = new ArrayList<>();
        for (int number = 0; number < setup.orders(); number++) {
            orders.add(runner.place(Orders.placed(number)));
        }
        World.Shelf one = new World.Shelf(1, 0);
        return new World(List.copyOf(orders), one, one, setup.faults());
    }

    List<Move> moves(World world) {
        List<Move> moves = new ArrayList<>();
        for (int number = 0; number < world.orders().size(); number++) {
            runs(world, number, moves);
            sweeps(world, number, moves);
            wishes.add(world, number, moves);
            lateCalls(world, number, moves);
            neighbours(world, number, moves);
            facts(world, number, moves);
        }
        return moves;
    }

    private void runs(World world, int number, List<Move> moves) {
        OneOrder order = world.order(number);
        for (int run = 0; run < order.runs().size(); run++) {
            String who = Orders.name(number) + ", run " + (run + 1);
            Run running = order.runs().get(run);
            if (running.next() == Next.HEAR) {
                hear(world, number, run, who, moves);
            } else {
                moves.add(
                        new Move(
                                who + " " + running.does() + (running.owns() ? "" : ", overtaken"),
                                false,
                                world.with(number, runner.write(order, run))));
            }
            if (running.next() == Next.FINISH && setup.has(Planted.NO_OUTBOX)) {
                OneOrder ended = runner.write(order, run).with(order.facts());
                moves.add(
                        new Move(
                                who + " ends it and dies before it tells",
                                true,
                                world.with(number, ended)));
            }
            if (world.may(Fault.CRASH)) {
                moves.add(
                        new Move(
                                who + " dies before it " + running.does(),
                                true,
                                world.spend(Fault.CRASH).with(number, order.without(run))));
            }
        }
    }

    private void hear(World world, int number, int run, String who, List<Move> moves) {
        OneOrder order = world.order(number);
        Call call = Runner.call(order.runs().get(run).commands().getFirst());
        for (Answer answer : ask(world, number, call)) {
            moves.add(
                    new Move(
                            who + " asks " + call + ": " + answer.how(),
                            answer.fault(),
                            runner.hear(answer, number, run)));
        }
        if (world.may(Fault.SILENCE)) {
            moves.add(
                    new Move(
                            who + " gives up waiting for " + call,
                            true,
                            world.spend(Fault.SILENCE).with(number, runner.silence(order, run))));
        }
    }

    private List<Answer> ask(World world, int number, Call call) {
        return switch (call) {
            case RESERVE -> List.of(inventory.reserve(world, number));
            case RELEASE -> List.of(inventory.release(world, number));
            case CHARGE -> payments.charge(world, number);
            case VOID -> payments.undo(world, number);
        };
    }

    private void sweeps(World world, int number, List<Move> moves) {
        OneOrder order = world.order(number);
        boolean due = !order.row().isFinal() && order.runs().size() < OneOrder.RUNS_MAX;
        if (!due || setup.has(Planted.NO_SWEEPER)) {
            return;
        }
        String what = " is taken up in " + Runner.name(order.row());
        if (!order.isOwned()) {
            moves.add(
                    new Move(
                            Orders.name(number) + what,
                            false,
                            world.with(number, runner.takeUp(order))));
        } else if (world.may(Fault.OVERTAKING)) {
            moves.add(
                    new Move(
                            Orders.name(number) + what + " although its owner lives, but stalls",
                            true,
                            world.spend(Fault.OVERTAKING).with(number, runner.takeUp(order))));
        }
    }

    private void lateCalls(World world, int number, List<Move> moves) {
        if (!world.may(Fault.LATE)) {
            return;
        }
        for (Call call : world.order(number).sent()) {
            for (Answer answer : ask(world.spend(Fault.LATE), number, call)) {
                moves.add(
                        new Move(
                                Orders.name(number) + ", late " + call + ": " + answer.how(),
                                true,
                                answer.to()));
            }
        }
    }

    private void neighbours(World world, int number, List<Move> moves) {
        for (Answer answer : payments.byItself(world, number)) {
            moves.add(
                    new Move(
                            Orders.name(number) + ": " + answer.how(),
                            answer.fault(),
                            answer.to()));
        }
        if (world.may(Fault.EXPIRY) && world.order(number).hold() == Hold.HELD) {
            moves.add(
                    new Move(
                            Orders.name(number) + ": the hold expires",
                            true,
                            inventory.expired(world.spend(Fault.EXPIRY), number)));
        }
    }

    /** Each kind of fact comes by itself, at least once. */
    private void facts(World world, int number, List<Move> moves) {
        OneOrder order = world.order(number);
        Facts facts = order.facts();
        if (facts.confirmed() == Fact.WAITING) {
            World done =
                    read(world, number, new Facts(Fact.DONE, facts.ended(), facts.shortfall()));
            fact(number, "confirmed", done, inventory.committed(done, number), moves);
        }
        if (facts.ended() == Fact.WAITING) {
            World done =
                    read(world, number, new Facts(facts.confirmed(), Fact.DONE, facts.shortfall()));
            fact(number, "failed or cancelled", done, inventory.ended(done, number), moves);
        }
        if (facts.confirmed() == Fact.DONE && setup.has(Planted.COMMIT_WITHOUT_INBOX)) {
            moves.add(
                    new Move(
                            Orders.name(number) + ": the fact comes again",
                            true,
                            inventory.committedAgain(world, number)));
        }
    }

    private static World read(World world, int number, Facts facts) {
        return world.with(number, world.order(number).with(facts));
    }

    private void fact(int number, String kind, World read, World applied, List<Move> moves) {
        moves.add(
                new Move(
                        Orders.name(number) + ": inventory reads that it is " + kind,
                        false,
                        applied));
        if (setup.has(Planted.ACKNOWLEDGE_BEFORE_COMMIT)) {
            moves.add(
                    new Move(
                            Orders.name(number) + ": the fact that it is " + kind + " is lost",
                            true,
                            read));
        }
    }
}
