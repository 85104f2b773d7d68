package io.swiftcart.payment.domain;

import io.swiftcart.payment.domain.PaymentFact.Initiated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order. Immutable; every transition gives a {@link Change} to be written
 * against the version it was computed from. A step is opened, asked for, and settled with the
 * provider's reply; while its outcome is open no other step can be opened.
 *
 * @param captured what was taken, in minor units of the terms' currency; {@code refunded} likewise,
 *     never more
 * @param closedReason why the payment was undone on the order's behalf; once set, it may not be
 *     begun again
 * @param attempts oldest first
 * @param version 1 for a payment that was just begun, one more with each change
 */
public record Payment(
        Id id,
        OrderId orderId,
        Terms terms,
        Status status,
        long captured,
        long refunded,
        String provider,
        @Nullable String providerPaymentId,
        @Nullable String failureReason,
        @Nullable String closedReason,
        List<Attempt> attempts,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements OrderPayment {

    /** The reason of a payment whose method the provider does not know. */
    public static final String METHOD_UNKNOWN = "payment_method_unknown";

    /** Identifies a payment. */
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where the money is. */
    public enum Status {
        /** Begun, and nothing is at the provider. */
        PENDING,
        /** The provider is being asked. */
        PROCESSING,
        /** The provider was asked and did not answer. */
        UNKNOWN,
        AUTHORIZED,
        SUCCEEDED,
        FAILED,
        VOIDED,
        PARTIALLY_REFUNDED,
        REFUNDED
    }

    /** Begins a payment whose authorisation is about to be asked for. */
    public static Change begin(
            Id id,
            OrderId orderId,
            Terms terms,
            String provider,
            Attempt.Id attemptId,
            Attempt.Request request,
            Instant now) {
        Attempt attempt =
                Attempt.start(
                        attemptId, Operation.AUTHORIZE, terms.amount().minorUnits(), request, now);
        Payment begun =
                new Payment(
                        id,
                        orderId,
                        terms,
                        Status.PROCESSING,
                        0,
                        0,
                        provider,
                        null,
                        null,
                        null,
                        List.of(attempt),
                        1,
                        now,
                        now);
        return new Change(0, begun, attempt, List.of(new Initiated()));
    }

    /** The payments among what was found of several orders. */
    public static List<Payment> among(List<OrderPayment> found) {
        return found.stream().filter(Payment.class::isInstance).map(Payment.class::cast).toList();
    }

    /** The attempt whose outcome is still to come. */
    public Optional<Attempt> openAttempt() {
        return attempts.stream().filter(attempt -> attempt.status().open()).findFirst();
    }

    /** The attempt that this caller asked for under this key, unless it was never sent. */
    public Optional<Attempt> attemptOf(Operation operation, Attempt.Request request) {
        return attempts.stream()
                .filter(
                        attempt ->
                                attempt.operation() == operation
                                        && attempt.status() != Attempt.Status.NOT_SENT)
                .filter(attempt -> attempt.request() != null && sameKey(attempt.request(), request))
                .findFirst();
    }

    /** Whether this caller was among those who asked for the money, sent or not. */
    public boolean isAskedForBy(String caller) {
        return attempts.stream()
                .filter(attempt -> attempt.operation() == Operation.AUTHORIZE)
                .map(Attempt::request)
                .anyMatch(request -> request != null && request.caller().equals(caller));
    }

    /** What can still be given back, in minor units. */
    public long refundable() {
        return captured - refunded;
    }

    /** Whether this step may be opened now. A refund's amount is checked by {@link #open}. */
    public boolean allows(Operation operation) {
        if (openAttempt().isPresent()) {
            return false;
        }
        return switch (operation) {
            case AUTHORIZE -> status == Status.PENDING && closedReason == null;
            case CAPTURE -> status == Status.AUTHORIZED && closedReason == null;
            case VOID -> status == Status.AUTHORIZED;
            case REFUND -> refundable() > 0;
        };
    }

    /**
     * Whether undoing may be tried now: each time the provider has refused to, the pause doubles,
     * from 10 seconds to 85 minutes.
     */
    public boolean mayBeUndone(Instant now) {
        long refused =
                attempts.stream()
                        .filter(attempt -> attempt.status() == Attempt.Status.FAILED)
                        .count();
        return refused == 0 || updatedAt.plusSeconds(5L << Math.min(10, refused)).isBefore(now);
    }

    /**
     * Opens a step, to be written before the provider is asked.
     *
     * @param amount in minor units; for a refund at most {@link #refundable()}
     */
    public Change open(
            Operation operation,
            long amount,
            Attempt.Id attemptId,
            Attempt.@Nullable Request request,
            Instant now) {
        if (!allows(operation)
                || amount <= 0
                || (operation == Operation.REFUND && amount > refundable())) {
            throw new IllegalStateException(
                    operation + " of " + amount + " is not possible in " + status);
        }
        Attempt attempt = Attempt.start(attemptId, operation, amount, request, now);
        return next(attempt, operation == Operation.REFUND ? status : Status.PROCESSING, now)
                .change();
    }

    /** Notes that the provider is being asked again for the open attempt. */
    public Change askAgain(Instant now) {
        Attempt open = openAttempt().orElseThrow();
        return next(
                        open.askedAgain(now),
                        open.operation() == Operation.REFUND ? status : Status.PROCESSING,
                        now)
                .change();
    }

    /**
     * Closes the payment on the order's behalf: what was not sent is void, the rest is to be undone
     * by steps.
     */
    public Change close(String reason, Instant now) {
        return next(null, status == Status.PENDING ? Status.VOIDED : status, now)
                .closed(reason)
                .change();
    }

    /** Voids a payment of which nothing is at the provider. */
    public Change voidUnsent(Instant now) {
        if (status != Status.PENDING) {
            throw new IllegalStateException("Something may be at the provider in " + status);
        }
        return next(null, Status.VOIDED, now).change();
    }

    /** What the provider's reply means for the open attempt. */
    public Change settle(ProviderReply reply, Instant now) {
        return new Settlement(this, openAttempt().orElseThrow(), now).of(reply);
    }

    private static boolean sameKey(Attempt.Request one, Attempt.Request other) {
        return one.caller().equals(other.caller()) && one.key().equals(other.key());
    }

    private Next next(@Nullable Attempt changed, Status after, Instant now) {
        return new Next(this, changed, after, now);
    }
}
