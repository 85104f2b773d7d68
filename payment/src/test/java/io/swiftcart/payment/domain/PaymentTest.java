package io.swiftcart.payment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.payment.domain.Payment.Status;
import io.swiftcart.payment.domain.ProviderReply.Authorized;
import io.swiftcart.payment.domain.ProviderReply.Captured;
import io.swiftcart.payment.domain.ProviderReply.Declined;
import io.swiftcart.payment.domain.ProviderReply.MethodUnknown;
import io.swiftcart.payment.domain.ProviderReply.NotSent;
import io.swiftcart.payment.domain.ProviderReply.Refunded;
import io.swiftcart.payment.domain.ProviderReply.Refused;
import io.swiftcart.payment.domain.ProviderReply.Unanswered;
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

    private static final long AMOUNT = 3098;
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Captured CAPTURED = new Captured("pi_1", AMOUNT);
    private static final NotSent NOT_SENT = new NotSent("breaker");
    private static final Unanswered UNANSWERED = new Unanswered("timeout");

    @Test
    void a_payment_begins_with_an_open_attempt_and_tells_so() {
        Change begun = begin();

        assertEquals(0, begun.basedOn());
        assertEquals(1, begun.payment().version());
        assertEquals(Status.PROCESSING, begun.payment().status());
        assertTrue(begun.payment().openAttempt().isPresent());
        assertEquals(List.of(new PaymentFact.Initiated()), begun.facts());
    }

    @Test
    void captured_money_is_a_success_that_is_told_once() {
        Change settled = begin().payment().settle(CAPTURED, NOW);

        assertEquals(Status.SUCCEEDED, settled.payment().status());
        assertEquals(AMOUNT, settled.payment().captured());
        assertEquals("pi_1", settled.payment().providerPaymentId());
        assertEquals(List.of(new PaymentFact.Succeeded()), settled.facts());
        assertTrue(settled.payment().openAttempt().isEmpty());
    }

    @Test
    void a_decline_is_final_and_keeps_its_reason() {
        Change settled = begin().payment().settle(new Declined("pi_1", "insufficient_funds"), NOW);

        assertEquals(Status.FAILED, settled.payment().status());
        assertEquals("insufficient_funds", settled.payment().failureReason());
        assertEquals(List.of(new PaymentFact.Failed()), settled.facts());
        for (Operation operation : Operation.values()) {
            assertFalse(settled.payment().allows(operation));
        }
    }

    @Test
    void an_unknown_method_fails_the_payment_under_its_own_reason() {
        Payment failed = begin().payment().settle(new MethodUnknown(), NOW).payment();

        assertEquals(Payment.METHOD_UNKNOWN, failed.failureReason());
    }

    @Test
    void silence_is_no_failure() {
        Change settled = begin().payment().settle(UNANSWERED, NOW);

        assertEquals(Status.UNKNOWN, settled.payment().status());
        assertTrue(settled.payment().openAttempt().isPresent());
        assertTrue(settled.facts().isEmpty());
    }

    @Test
    void what_was_not_sent_at_first_may_be_tried_anew() {
        Payment unsent = begin().payment().settle(NOT_SENT, NOW).payment();

        assertEquals(Status.PENDING, unsent.status());
        assertTrue(unsent.allows(Operation.AUTHORIZE));
    }

    @Test
    void what_was_not_sent_when_asking_again_proves_nothing() {
        Payment unknown = begin().payment().settle(UNANSWERED, NOW).payment();

        Payment asked = unknown.askAgain(NOW).payment().settle(NOT_SENT, NOW).payment();

        assertEquals(Status.UNKNOWN, asked.status());
        assertTrue(asked.openAttempt().isPresent());
    }

    @Test
    void an_attempt_is_attended_to_until_patience_ends_and_then_by_nobody() {
        Attempt open = begin().payment().openAttempt().orElseThrow();

        assertFalse(open.unattended(NOW.plus(Attempt.PATIENCE).minusNanos(1)));
        assertFalse(open.unattended(NOW.plus(Attempt.PATIENCE)));
        assertTrue(open.unattended(NOW.plus(Attempt.PATIENCE).plusNanos(1)));
        assertTrue(open.unanswered("timeout").unattended(NOW));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void no_step_is_opened_beside_an_open_one(Operation operation) {
        Payment open = begin().payment();

        assertFalse(open.allows(operation));
        assertThrows(
                IllegalStateException.class, () -> open.open(operation, 1, attempt(), null, NOW));
    }

    @Test
    void refunds_add_up_to_what_was_captured_and_not_to_more() {
        Payment captured = begin().payment().settle(CAPTURED, NOW).payment();

        assertThrows(
                IllegalStateException.class,
                () -> captured.open(Operation.REFUND, AMOUNT + 1, attempt(), null, NOW));
        Payment part = refunded(captured, AMOUNT - 1);
        assertEquals(Status.PARTIALLY_REFUNDED, part.status());
        assertThrows(
                IllegalStateException.class,
                () -> part.open(Operation.REFUND, 2, attempt(), null, NOW));
        Payment all = refunded(part, 1);
        assertEquals(Status.REFUNDED, all.status());
        assertFalse(all.allows(Operation.REFUND));
    }

    @Test
    void an_undo_that_is_refused_is_tried_ever_more_seldom() {
        Payment once = refused(captured());
        assertTrue(captured().mayBeUndone(NOW));
        assertFalse(once.mayBeUndone(NOW.plusSeconds(10)));
        assertTrue(once.mayBeUndone(NOW.plusSeconds(11)));

        Payment twice = refused(once);
        assertFalse(twice.mayBeUndone(NOW.plusSeconds(20)));
        assertTrue(twice.mayBeUndone(NOW.plusSeconds(21)));
    }

    @Test
    void a_refund_without_an_answer_leaves_the_money_where_it_is() {
        Payment captured = begin().payment().settle(CAPTURED, NOW).payment();

        Payment open =
                captured.open(Operation.REFUND, 5, attempt(), null, NOW)
                        .payment()
                        .settle(UNANSWERED, NOW)
                        .payment();

        assertEquals(Status.SUCCEEDED, open.status());
        assertEquals(0, open.refunded());
        assertTrue(open.openAttempt().isPresent());
    }

    @Test
    void a_closed_payment_that_was_not_sent_is_void_and_never_begins_again() {
        Payment closed = begin().payment().close("order cancelled", NOW).payment();

        Payment unsent = closed.settle(NOT_SENT, NOW).payment();

        assertEquals(Status.VOIDED, unsent.status());
        assertFalse(unsent.allows(Operation.AUTHORIZE));
    }

    @Test
    void a_closed_payment_is_not_captured_but_let_go() {
        Payment held = begin().payment().settle(new Authorized("pi_1"), NOW).payment();

        Payment closed = held.close("order cancelled", NOW).payment();

        assertFalse(closed.allows(Operation.CAPTURE));
        assertTrue(closed.allows(Operation.VOID));
    }

    @Test
    void a_key_finds_the_attempt_it_was_used_for_unless_that_was_never_sent() {
        Attempt.Request request = new Attempt.Request("order", "key", "content");
        Payment begun = begin().payment();

        assertTrue(begun.attemptOf(Operation.AUTHORIZE, request).isPresent());
        assertTrue(begun.attemptOf(Operation.REFUND, request).isEmpty());
        assertTrue(
                begun.attemptOf(Operation.AUTHORIZE, new Attempt.Request("alice", "key", "content"))
                        .isEmpty());
        assertTrue(
                begun.settle(NOT_SENT, NOW)
                        .payment()
                        .attemptOf(Operation.AUTHORIZE, request)
                        .isEmpty());
    }

    private static Payment captured() {
        return begin().payment().settle(CAPTURED, NOW).payment();
    }

    private static Payment refused(Payment payment) {
        return payment.open(Operation.REFUND, AMOUNT, attempt(), null, NOW)
                .payment()
                .settle(new Refused("charge_disputed"), NOW)
                .payment();
    }

    private static Payment refunded(Payment payment, long amount) {
        return payment.open(Operation.REFUND, amount, attempt(), null, NOW)
                .payment()
                .settle(new Refunded(amount), NOW)
                .payment();
    }

    private static Change begin() {
        return Payment.begin(
                new Payment.Id(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new Terms(
                        new Money(AMOUNT, Currency.getInstance("USD")),
                        new PaymentMethod("pm_card_visa"),
                        true),
                "stripe",
                attempt(),
                new Attempt.Request("order", "key", "content"),
                NOW);
    }

    private static Attempt.Id attempt() {
        return new Attempt.Id(UUID.randomUUID());
    }
}
