package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.ChargingPayment;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Checkout.ReservingStock;
import io.swiftcart.order.model.OneOrder.Book;
import io.swiftcart.order.model.OneOrder.Fact;
import io.swiftcart.order.model.OneOrder.Hold;
import io.swiftcart.order.model.World.Shelf;
import java.util.Optional;

/**
 * What must hold in every state, and what a state must come to when nothing goes wrong any more.
 */
final class Rules {
    private Rules() {}

    /** The first rule that is broken. */
    static Optional<String> broken(World world) {
        Optional<String> shelf = shelf(world, world.lamps()).or(() -> shelf(world, world.rugs()));
        if (shelf.isPresent()) {
            return shelf;
        }
        for (int number = 0; number < world.orders().size(); number++) {
            Optional<String> order = order(world.order(number));
            if (order.isPresent()) {
                return Optional.of(Orders.name(number) + " " + order.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shelf(World world, Shelf shelf) {
        long held = world.orders().stream().filter(o -> o.hold() == Hold.HELD).count();
        long sold = world.orders().stream().filter(o -> o.hold() == Hold.COMMITTED).count();
        if (shelf.reserved() < 0 || shelf.reserved() > shelf.onHand()) {
            return Optional.of("more is promised than there is: " + shelf);
        }
        return shelf.reserved() == held && shelf.onHand() == 1 - sold
                ? Optional.empty()
                : Optional.of("the shelf is not what its movements say: " + shelf);
    }

    private static Optional<String> order(OneOrder order) {
        if (order.purse().kept() > 1) {
            return Optional.of("is charged twice");
        }
        if (order.purse().kept() < 0) {
            return Optional.of("is refunded twice");
        }
        return switch (order.row()) {
            case ReservingStock _, ChargingPayment _, Compensating _ -> Optional.empty();
            case Confirmed _ -> confirmed(order);
            case Rejected _, Cancelled _ -> unpaid(order);
        };
    }

    private static Optional<String> confirmed(OneOrder order) {
        if (order.purse().kept() != 1
                || order.purse().book() != Book.CAPTURED
                || order.purse().closed()) {
            return Optional.of("is confirmed, but its money is not captured");
        }
        return switch (order.hold()) {
            case HELD, COMMITTED, EXPIRED -> Optional.empty();
            case NONE, RELEASED, RETURNED ->
                    Optional.of("is confirmed, but its stock was given away");
        };
    }

    private static Optional<String> unpaid(OneOrder order) {
        if (order.purse().book() == Book.ASKING) {
            return Optional.of("has ended unpaid, but its payment is unknown");
        }
        return order.purse().kept() == 0
                ? Optional.empty()
                : Optional.of("has ended unpaid, but its money is kept");
    }

    /** Whether everybody has got what is theirs and nobody has anything left to do. */
    static boolean isQuiet(World world) {
        return world.orders().stream().allMatch(Rules::isQuiet);
    }

    private static boolean isQuiet(OneOrder order) {
        boolean waiting =
                order.facts().confirmed() == Fact.WAITING || order.facts().ended() == Fact.WAITING;
        boolean owing = order.purse().book() == Book.ASKING || order.purse().owesRefund();
        return order.row().isFinal() && order.runs().isEmpty() && !waiting && !owing && kept(order);
    }

    /** A confirmed order has its units, or an operator knows; any other holds none. */
    private static boolean kept(OneOrder order) {
        boolean has = order.hold() == Hold.COMMITTED;
        return order.row() instanceof Confirmed
                ? has || order.facts().shortfall()
                : !has && order.hold() != Hold.HELD;
    }
}
