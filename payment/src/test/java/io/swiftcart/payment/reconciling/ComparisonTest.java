package io.swiftcart.payment.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.PaymentMethod;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.domain.Terms;
import io.swiftcart.payment.reconciling.Mismatch.Kind;
import io.swiftcart.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final OrderId ORDER = new OrderId(new UUID(1, 2));
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = THEN.plus(Duration.ofHours(1));
    private static final Payment CAPTURED =
            begun().settle(new ProviderReply.Captured("pi_1", 100), THEN).payment();
    private static final Payment FAILED =
            begun().settle(new ProviderReply.Declined("pi_1", "lost_card"), THEN).payment();

    @Test
    void the_same_on_both_sides_is_no_mismatch() {
        assertEquals(Optional.empty(), kind(CAPTURED, taken("pi_1", 100, 0L)));
        assertEquals(Optional.empty(), kind(FAILED, nowhere("pi_1")));
        assertEquals(Optional.empty(), kind(FAILED));
        assertEquals(Optional.empty(), kind(new OrderPayment.Closed(ORDER)));
        assertEquals(Optional.empty(), kind(new OrderPayment.Closed(ORDER), nowhere("pi_1")));
    }

    @Test
    void money_taken_twice_is_the_worst_whatever_we_know() {
        for (OrderPayment ours :
                List.of(
                        CAPTURED,
                        FAILED,
                        new OrderPayment.Closed(ORDER),
                        new OrderPayment.None())) {
            assertEquals(
                    Optional.of(Kind.CAPTURED_TWICE),
                    kind(ours, taken("pi_1", 100, 0L), taken("pi_2", 100, 100L)));
        }
    }

    @Test
    void a_charge_that_we_know_nothing_of_is_missing_here() {
        assertEquals(
                Optional.of(Kind.MISSING_HERE),
                kind(new OrderPayment.None(), taken("pi_1", 100, 0L)));
        assertEquals(
                Optional.of(Kind.MISSING_HERE),
                kind(new OrderPayment.Closed(ORDER), taken("pi_1", 100, 100L)));
        assertEquals(
                Optional.of(Kind.MISSING_HERE),
                kind(CAPTURED, taken("pi_1", 100, 0L), held("pi_2")));
    }

    @Test
    void a_payment_without_a_charge_is_missing_there() {
        assertEquals(Optional.of(Kind.MISSING_THERE), kind(CAPTURED));
        assertEquals(Optional.of(Kind.MISSING_THERE), kind(CAPTURED, nowhere("pi_2")));
    }

    @Test
    void money_in_another_place_is_another_status() {
        assertEquals(Optional.of(Kind.STATUS), kind(FAILED, taken("pi_1", 100, 0L)));
        assertEquals(Optional.of(Kind.STATUS), kind(FAILED, taken("pi_2", 100, 0L)));
        assertEquals(Optional.of(Kind.STATUS), kind(CAPTURED, held("pi_1")));
        assertEquals(Optional.of(Kind.STATUS), kind(CAPTURED, nowhere("pi_1")));
    }

    @Test
    void another_amount_or_currency_is_told_unless_the_provider_is_silent_about_it() {
        assertEquals(Optional.of(Kind.AMOUNT), kind(CAPTURED, taken("pi_1", 99, 0L)));
        assertEquals(Optional.of(Kind.AMOUNT), kind(CAPTURED, taken("pi_1", 100, 1L)));
        assertEquals(
                Optional.of(Kind.AMOUNT),
                kind(CAPTURED, charge("pi_1", Charge.State.TAKEN, 100, 0L, "EUR")));
        assertEquals(
                Optional.empty(),
                kind(CAPTURED, charge("pi_1", Charge.State.TAKEN, 100, null, "USD")));
    }

    @Test
    void what_is_still_moving_is_not_judged() {
        Payment unknown = begun().settle(new ProviderReply.Unanswered("silence"), THEN).payment();

        assertEquals(Optional.empty(), at(THEN.plusSeconds(10).minusMillis(1), CAPTURED));
        assertEquals(Optional.of(Kind.MISSING_THERE), at(THEN.plusSeconds(10), CAPTURED));
        assertEquals(
                Optional.empty(),
                at(THEN.plusSeconds(300).minusMillis(1), unknown, taken("pi_1", 100, 0L)));
        assertEquals(
                Optional.of(Kind.STATUS),
                at(THEN.plusSeconds(300), unknown, taken("pi_1", 100, 0L)));
        assertEquals(
                Optional.empty(),
                at(THEN.plusSeconds(9), new OrderPayment.Closed(ORDER), taken("pi_1", 100, 0L)));
    }

    private static Optional<Kind> kind(OrderPayment ours, Charge... theirs) {
        return at(LATER, ours, theirs);
    }

    private static Optional<Kind> at(Instant now, OrderPayment ours, Charge... theirs) {
        return new Comparison(ORDER, ours, List.of(theirs), now).mismatch().map(Mismatch::kind);
    }

    private static Charge taken(String id, long captured, Long refunded) {
        return charge(id, Charge.State.TAKEN, captured, refunded, "USD");
    }

    private static Charge held(String id) {
        return charge(id, Charge.State.HELD, 0, 0L, "USD");
    }

    private static Charge nowhere(String id) {
        return charge(id, Charge.State.NOWHERE, 0, 0L, "USD");
    }

    private static Charge charge(
            String id,
            Charge.State state,
            long captured,
            @Nullable Long refunded,
            String currency) {
        return new Charge(id, ORDER, state, "said", captured, refunded, currency, THEN);
    }

    private static Payment begun() {
        return Payment.begin(
                        new Payment.Id(new UUID(3, 4)),
                        ORDER,
                        new Terms(
                                new Money(100, Currency.getInstance("USD")),
                                new PaymentMethod("pm_card_visa"),
                                true),
                        "stripe",
                        new Attempt.Id(new UUID(5, 6)),
                        new Attempt.Request("order", "key", "content"),
                        THEN)
                .payment();
    }
}
