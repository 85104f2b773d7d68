package io.swiftcart.order.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.model.Explorer.Seen;
import io.swiftcart.order.model.Faults.Fault;
import io.swiftcart.order.model.OneOrder.Book;
import io.swiftcart.order.model.OneOrder.Hold;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CheckoutModelTest {

    @Test
    void one_order_comes_to_a_good_end_however_often_anything_goes_wrong() {
        allIsWell(Setup.of(1, Faults.any()));
    }

    @Test
    void two_orders_for_the_last_unit_come_to_a_good_end() {
        allIsWell(
                Setup.of(
                        2,
                        Faults.none()
                                .with(Fault.CRASH, 1)
                                .with(Fault.SILENCE, 1)
                                .with(Fault.WISH, 1)
                                .with(Fault.UNKNOWN, 1)
                                .with(Fault.REFUSAL, 1)));
    }

    @Test
    void two_orders_come_to_a_good_end_however_often_messages_are_late_or_repeated() {
        allIsWell(
                Setup.of(
                        2,
                        Faults.none()
                                .with(Fault.CRASH, 1)
                                .with(Fault.WISH, 1)
                                .with(Fault.LATE, Faults.ANY)));
    }

    @Test
    void two_orders_come_to_a_good_end_although_a_hold_expires() {
        allIsWell(
                Setup.of(
                        2,
                        Faults.none()
                                .with(Fault.CRASH, 1)
                                .with(Fault.SILENCE, 1)
                                .with(Fault.REFUSAL, 1)
                                .with(Fault.EXPIRY, 1)));
    }

    @Test
    void two_orders_come_to_a_good_end_although_a_run_is_overtaken() {
        allIsWell(
                Setup.of(
                        2,
                        Faults.none()
                                .with(Fault.OVERTAKING, 1)
                                .with(Fault.CRASH, 1)
                                .with(Fault.WISH, 1)
                                .with(Fault.REFUSAL, 1)));
    }

    @Test
    void the_model_comes_wherever_an_order_can_end() {
        Explorer explorer = new Explorer(Setup.of(1, SOME_FAULTS.with(Fault.EXPIRY, 1)));

        assertEquals(Optional.empty(), explorer.explore().violation());

        saw(explorer, a -> a.row() instanceof Confirmed && a.hold() == Hold.COMMITTED);
        saw(explorer, a -> a.row() instanceof Cancelled && a.hold() == Hold.RETURNED);
        saw(explorer, a -> a.row() instanceof Cancelled && a.purse().returned() == 1);
        saw(explorer, a -> a.row() instanceof Rejected && a.hold() == Hold.RELEASED);
        saw(explorer, a -> a.row() instanceof Rejected && a.purse().book() == Book.DECLINED);
        saw(explorer, a -> a.purse().book() == Book.ASKING && a.purse().closed());
        saw(explorer, a -> a.runs().size() == 2 && !a.isOwned());
    }

    static final Faults SOME_FAULTS =
            Faults.none()
                    .with(Fault.CRASH, 1)
                    .with(Fault.SILENCE, 1)
                    .with(Fault.LATE, 1)
                    .with(Fault.OVERTAKING, 1)
                    .with(Fault.WISH, 1)
                    .with(Fault.UNKNOWN, 1)
                    .with(Fault.REFUSAL, 1);

    private static void saw(Explorer explorer, Predicate<OneOrder> wanted) {
        assertTrue(explorer.saw(world -> wanted.test(world.order(0))));
    }

    private static void allIsWell(Setup setup) {
        Seen seen = new Explorer(setup).explore();

        System.out.println(seen);
        assertTrue(seen.violation().isEmpty(), seen::toString);
    }
}
