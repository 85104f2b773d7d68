package io.swiftcart.order.model;

import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Reply.ReservationClosed;
import io.swiftcart.order.domain.Reply.StockRefused;
import io.swiftcart.order.domain.Reply.StockReserved;
import io.swiftcart.order.domain.Reply.Undone;
import io.swiftcart.order.model.OneOrder.Facts;
import io.swiftcart.order.model.OneOrder.Hold;
import java.util.List;

/** What inventory does with a call or a fact; each is one transaction. */
record Inventory(Setup setup) {

    /** All lines or none. */
    Answer reserve(World world, int number) {
        OneOrder order = world.order(number);
        return switch (order.hold()) {
            case NONE ->
                    world.inStock() || setup.has(Planted.NO_STOCK_GUARD)
                            ? Answer.of(
                                    "held",
                                    world.with(number, order.with(Hold.HELD)).moved(0, 1),
                                    new StockReserved())
                            : Answer.of("refused", world, new StockRefused(List.of()));
            case HELD, COMMITTED -> Answer.of("held already", world, new StockReserved());
            case RELEASED, EXPIRED, RETURNED -> Answer.of("closed", world, new ReservationClosed());
        };
    }

    /** By command; committed units stay where they are. */
    Answer release(World world, int number) {
        return Answer.of(
                "released",
                released(world, number),
                new Undone(new ReleaseStock(world.order(number).row().order().id())));
    }

    World expired(World world, int number) {
        return world.with(number, world.order(number).with(Hold.EXPIRED)).moved(0, -1);
    }

    /** By the fact that the order is confirmed. */
    World committed(World world, int number) {
        OneOrder order = world.order(number);
        return switch (order.hold()) {
            case HELD -> world.with(number, order.with(Hold.COMMITTED)).moved(-1, -1);
            case NONE, EXPIRED ->
                    world.inStock()
                            ? world.with(number, order.with(Hold.COMMITTED)).moved(-1, 0)
                            : world.with(number, fallenShort(order));
            case COMMITTED, RELEASED, RETURNED -> world;
        };
    }

    /** By the fact that the order has come to nothing. */
    World ended(World world, int number) {
        World released = released(world, number);
        OneOrder order = released.order(number);
        return switch (order.hold()) {
            case COMMITTED -> released.with(number, order.with(Hold.RETURNED)).moved(1, 0);
            case NONE, HELD, RELEASED, EXPIRED, RETURNED -> released;
        };
    }

    /** The planted bug of a fact that is applied whenever it comes. */
    World committedAgain(World world, int number) {
        return world.order(number).hold() == Hold.COMMITTED
                ? world.moved(-1, 0)
                : committed(world, number);
    }

    private World released(World world, int number) {
        OneOrder order = world.order(number);
        return switch (order.hold()) {
            case HELD -> world.with(number, order.with(Hold.RELEASED)).moved(0, -1);
            case NONE ->
                    setup.has(Planted.NO_TOMBSTONE_ON_RELEASE)
                            ? world
                            : world.with(number, order.with(Hold.RELEASED));
            case EXPIRED ->
                    setup.has(Planted.EXPIRED_LEFT_OPEN)
                            ? world
                            : world.with(number, order.with(Hold.RELEASED));
            case COMMITTED, RELEASED, RETURNED -> world;
        };
    }

    private static OneOrder fallenShort(OneOrder order) {
        Facts facts = order.facts();
        return order.with(Hold.EXPIRED).with(new Facts(facts.confirmed(), facts.ended(), true));
    }
}
