package io.swiftcart.payment.domain;

import io.swiftcart.payment.domain.Payment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the state after a payment's transition: what is not said stays as it was, the version
 * grows by one.
 */
final class Next {

    private final Payment before;
    private final @Nullable Attempt changed;
    private final Status status;
    private final Instant now;
    private long captured;
    private long refunded;
    private @Nullable String providerPaymentId;
    private @Nullable String failureReason;
    private @Nullable String closedReason;

    Next(Payment before, @Nullable Attempt changed, Status status, Instant now) {
        this.before = before;
        this.changed = changed;
        this.status = status;
        this.now = now;
        captured = before.captured();
        refunded = before.refunded();
        providerPaymentId = before.providerPaymentId();
        failureReason = before.failureReason();
        closedReason = before.closedReason();
    }

    Next at(@Nullable String providerId) {
        providerPaymentId = providerId;
        return this;
    }

    Next captured(long amount) {
        captured = amount;
        return this;
    }

    Next refunded(long amount) {
        refunded = amount;
        return this;
    }

    Next because(String reason) {
        failureReason = reason;
        return this;
    }

    Next closed(String reason) {
        closedReason = reason;
        return this;
    }

    Change change(PaymentFact... facts) {
        Payment after =
                new Payment(
                        before.id(),
                        before.orderId(),
                        before.terms(),
                        status,
                        captured,
                        refunded,
                        before.provider(),
                        providerPaymentId,
                        failureReason,
                        closedReason,
                        attempts(),
                        before.version() + 1,
                        before.createdAt(),
                        now);
        return new Change(before.version(), after, changed, List.of(facts));
    }

    private List<Attempt> attempts() {
        if (changed == null) {
            return before.attempts();
        }
        List<Attempt> attempts = new ArrayList<>(before.attempts());
        attempts.removeIf(attempt -> attempt.id().equals(changed.id()));
        attempts.add(changed);
        return List.copyOf(attempts);
    }
}
