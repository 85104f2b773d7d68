package io.swiftcart.payment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.swiftcart.payment.domain.ProviderReply.Voided;
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EveryPaymentTest {

    private static final long AMOUNT = 3098;
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Captured CAPTURED = new Captured("pi_1", AMOUNT);
    private static final NotSent NOT_SENT = new NotSent("breaker");
    private static final Unanswered UNANSWERED = new Unanswered("timeout");

    /** Every sequence of steps and replies from every state that can be reached. */
    @Test
    void whatever_happens_no_more_is_captured_than_agreed_nor_refunded_than_captured() {
        List<ProviderReply> replies =
                List.of(
                        new Authorized("pi_1"),
                        CAPTURED,
                        new Declined("pi_1", "x"),
                        new MethodUnknown(),
                        new Voided(),
                        new Refused("x"),
                        UNANSWERED,
                        NOT_SENT);
        Deque<Payment> ahead = new ArrayDeque<>(List.of(begin().payment()));
        Set<String> seen = new HashSet<>();
        Set<Status> reached = new HashSet<>();
        while (!ahead.isEmpty()) {
            Payment payment = ahead.pop();
            if (!seen.add(shape(payment))) {
                continue;
            }
            reached.add(payment.status());
            assertTrue(
                    payment.captured() <= AMOUNT && payment.refunded() <= payment.captured(),
                    payment.toString());
            assertTrue(
                    payment.attempts().stream().filter(attempt -> attempt.status().open()).count()
                            <= 1);
            if (payment.closedReason() == null) {
                follow(ahead, payment, payment.close("x", NOW));
            }
            if (payment.openAttempt().isPresent()) {
                follow(ahead, payment, payment.askAgain(NOW));
                long open = payment.openAttempt().get().amountMinorUnits();
                replies.forEach(reply -> settle(ahead, payment, reply));
                settle(ahead, payment, new Refunded(open));
            }
            for (Operation operation : Operation.values()) {
                if (payment.allows(operation)) {
                    long amount =
                            operation == Operation.REFUND
                                    ? Math.max(1, payment.refundable() / 2)
                                    : AMOUNT;
                    follow(ahead, payment, payment.open(operation, amount, attempt(), null, NOW));
                }
            }
        }
        assertEquals(Set.of(Status.values()), reached);
    }

    private static void settle(Deque<Payment> ahead, Payment payment, ProviderReply reply) {
        try {
            follow(ahead, payment, payment.settle(reply, NOW));
        } catch (UnexpectedReply _) {
            // Such a reply is a defect of the provider's adapter; it must change nothing.
        }
    }

    private static void follow(Deque<Payment> ahead, Payment before, Change change) {
        assertEquals(before.version(), change.basedOn());
        assertEquals(before.version() + 1, change.payment().version());
        ahead.push(change.payment());
    }

    /** What matters about a payment for what can happen to it. */
    private static String shape(Payment payment) {
        return "%s %d %d %s %s"
                .formatted(
                        payment.status(),
                        payment.captured(),
                        payment.refunded(),
                        payment.closedReason(),
                        payment.openAttempt().map(open -> open.operation() + " " + open.status()));
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
