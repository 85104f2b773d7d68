package io.swiftcart.order.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.ChargingPayment;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Checkout.ReservingStock;
import io.swiftcart.order.domain.Checkout.Step;
import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
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
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Payment PAYMENT = new Payment("stripe", "pi_1");

    private final List<OrderLine> lines =
            List.of(OrderLine.of("SKU-1", "Lamp", 2, new Money(1299, USD)));
    private final Order order =
            Order.placed(
                            new OrderId(UUID.fromString("0192f0c1-0000-7000-8000-000000000001")),
                            "customer",
                            lines,
                            Totals.of(lines, USD),
                            "pm_card_visa",
                            Instant.parse("2026-11-20T12:00:00Z"))
                    .numbered("ORD-20261120-000001");

    private final ReleaseStock release = new ReleaseStock(order.id());
    private final VoidPayment voiding = new VoidPayment(order.id());

    @Test
    void a_checkout_begins_by_reserving_all_lines() {
        Step step = Checkout.begin(order);

        assertEquals(new ReservingStock(order, false), step.next());
        assertEquals(List.of(new ReserveStock(order.id(), lines)), step.commands());
    }

    @Test
    void reserved_stock_is_followed_by_the_charge_of_the_total() {
        Step step = new ReservingStock(order, false).on(new StockReserved());

        assertEquals(new ChargingPayment(order, false), step.next());
        assertEquals(
                List.of(new ChargePayment(order.id(), new Money(2598, USD), "pm_card_visa")),
                step.commands());
    }

    @Test
    void a_captured_payment_confirms() {
        Step step = new ChargingPayment(order, false).on(new PaymentCaptured(PAYMENT));

        assertEquals(new Confirmed(order, PAYMENT), step.next());
        assertTrue(step.next().isFinal());
    }

    @Test
    void short_stock_rejects_and_owes_nothing() {
        List<Shortage> shortages = List.of(new Shortage("SKU-1", 2, 1));

        Step step = new ReservingStock(order, false).on(new StockRefused(shortages));

        assertEquals(new Rejected(order, Reason.INSUFFICIENT_STOCK, shortages), step.next());
        assertTrue(step.commands().isEmpty());
    }

    @Test
    void short_stock_owes_everything_when_an_earlier_run_may_still_charge() {
        Step step = new ReservingStock(order, true).on(new StockRefused(List.of()));

        assertEquals(
                new Compensating(order, Reason.INSUFFICIENT_STOCK, List.of(voiding, release)),
                step.next());
        assertEquals(List.of(voiding, release), step.commands());
    }

    @Test
    void
            a_declined_payment_owes_the_stock_and_whatever_was_charged_and_is_rejected_only_when_both_are_undone() {
        Step declined =
                new ChargingPayment(order, false).on(new PaymentDeclined(Reason.PAYMENT_DECLINED));
        assertEquals(List.of(voiding, release), declined.commands());

        Step halfWay = declined.next().on(new Undone(voiding));
        assertEquals(
                new Compensating(order, Reason.PAYMENT_DECLINED, List.of(release)), halfWay.next());

        Step end = halfWay.next().on(new Undone(release));
        assertEquals(new Rejected(order, Reason.PAYMENT_DECLINED, List.of()), end.next());
    }

    @Test
    void an_unknown_payment_is_neither_confirmed_nor_undone() {
        Step step = new ChargingPayment(order, false).on(new PaymentUnknown());

        assertEquals(new ChargingPayment(order, true), step.next());
        assertTrue(step.commands().isEmpty());
    }

    @Test
    void a_deadline_never_undoes_a_payment_that_may_have_happened_it_asks_again() {
        Step step = new ChargingPayment(order, true).on(new DeadlinePassed());

        assertEquals(new ChargingPayment(order, true), step.next());
        assertInstanceOf(ChargePayment.class, step.commands().getFirst());
    }

    @Test
    void a_payment_that_cannot_be_asked_ends_the_order_while_nothing_can_have_been_charged() {
        Step step = new ChargingPayment(order, false).on(new PaymentUnavailable());

        assertEquals(
                new Compensating(order, Reason.PAYMENT_UNAVAILABLE, List.of(voiding, release)),
                step.next());
    }

    @Test
    void a_payment_that_cannot_be_asked_again_is_waited_for() {
        Checkout unknown = new ChargingPayment(order, false).on(new PaymentUnknown()).next();

        assertEquals(new Step(unknown, List.of()), unknown.on(new PaymentUnavailable()));
        assertEquals(
                new ChargingPayment(order, true),
                new ChargingPayment(order, false).resume().next());
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_STOCK, PENDING",
        "PAYMENT_DECLINED, FAILED",
        "PAYMENT_METHOD_INVALID, FAILED",
        "PAYMENT_UNAVAILABLE, VOIDED",
        "TIMED_OUT, VOIDED",
        "GIVEN_UP, VOIDED"
    })
    void a_failed_order_tells_how_far_its_payment_came(Reason why, PaymentStatus paid) {
        Order failed = order.failed(why, Instant.parse("2026-11-20T12:00:01Z"));

        assertEquals(OrderStatus.FAILED, failed.status());
        assertEquals(paid, failed.paymentStatus());
        assertEquals(why.code(), failed.failureReason());
    }

    @Test
    void a_reservation_that_was_closed_meanwhile_owes_everything() {
        Step step = new ReservingStock(order, false).on(new ReservationClosed());

        assertEquals(
                new Compensating(order, Reason.TIMED_OUT, List.of(voiding, release)), step.next());
    }

    @Test
    void compensation_asks_again_for_what_is_still_owed() {
        Checkout compensating = new Compensating(order, Reason.TIMED_OUT, List.of(release));

        assertEquals(List.of(release), compensating.on(new DeadlinePassed()).commands());
        assertEquals(List.of(release), compensating.resume().commands());
    }

    @Test
    void a_late_answer_does_not_stop_a_compensation() {
        Checkout compensating = new Compensating(order, Reason.TIMED_OUT, List.of(voiding));

        assertEquals(compensating, compensating.on(new PaymentCaptured(PAYMENT)).next());
    }

    @Test
    void an_answer_that_cannot_follow_is_refused() {
        assertThrows(
                UnexpectedReply.class,
                () -> new ReservingStock(order, false).on(new PaymentCaptured(PAYMENT)));
        assertThrows(
                UnexpectedReply.class,
                () -> new ChargingPayment(order, false).on(new Undone(release)));
    }

    @Test
    void a_final_state_answers_everything_with_itself() {
        for (Checkout end :
                List.of(
                        new Confirmed(order, PAYMENT),
                        new Rejected(order, Reason.TIMED_OUT, List.of()),
                        new Cancelled(order))) {
            for (Reply reply : everyReply()) {
                assertEquals(new Step(end, List.of()), end.on(reply));
            }
        }
    }

    @Test
    void an_order_that_is_not_pending_any_more_cannot_be_confirmed_or_failed() {
        Instant now = Instant.parse("2026-11-20T12:00:01Z");
        Order confirmed = order.confirmed(PAYMENT, now);

        assertEquals(2, confirmed.version());
        assertThrows(IllegalStateException.class, () -> confirmed.failed(Reason.TIMED_OUT, now));
        assertThrows(IllegalStateException.class, () -> confirmed.confirmed(PAYMENT, now));
    }

    @Test
    void a_confirmed_order_that_is_taken_back_owes_the_money_and_is_cancelled_when_it_is_back() {
        Step asked = new Confirmed(order, PAYMENT).on(new CancelAsked());

        assertEquals(new Compensating(order, Reason.CANCELLED, List.of(voiding)), asked.next());
        assertEquals(List.of(voiding), asked.commands());
        assertEquals(new Cancelled(order), asked.next().on(new Undone(voiding)).next());
    }

    @Test
    void an_order_without_a_payment_under_way_that_is_taken_back_owes_whatever_may_have_happened() {
        for (Checkout state :
                List.of(new ReservingStock(order, false), new ChargingPayment(order, false))) {
            assertEquals(
                    new Compensating(order, Reason.CANCELLED, List.of(voiding, release)),
                    state.on(new CancelAsked()).next());
        }
    }

    @Test
    void an_order_whose_payment_is_unknown_cannot_be_taken_back_but_given_up_by_an_operator() {
        Checkout unknown = new ChargingPayment(order, true);

        assertEquals(unknown, unknown.on(new CancelAsked()).next());
        assertEquals(
                new Compensating(order, Reason.GIVEN_UP, List.of(voiding, release)),
                unknown.on(new GiveUpAsked()).next());
    }

    @Test
    void an_order_that_ended_otherwise_cannot_be_taken_back() {
        Checkout rejected = new Rejected(order, Reason.TIMED_OUT, List.of());
        Checkout cancelled = new Cancelled(order);

        assertEquals(rejected, rejected.on(new CancelAsked()).next());
        assertEquals(cancelled, cancelled.on(new CancelAsked()).next());
    }

    private List<Reply> everyReply() {
        return List.of(
                new StockReserved(),
                new StockRefused(List.of()),
                new ReservationClosed(),
                new PaymentCaptured(PAYMENT),
                new PaymentDeclined(Reason.PAYMENT_DECLINED),
                new PaymentUnavailable(),
                new PaymentUnknown(),
                new Undone(release),
                new DeadlinePassed(),
                new GiveUpAsked());
    }
}
