package io.swiftcart.payment.reconciling;

import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.reconciling.Mismatch.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether our payment of an order and the provider's charges for it tell the same. What is still
 * moving is not judged: a payment or charge of the last ten seconds, and a step whose outcome has
 * been open for less than five minutes.
 */
record Comparison(OrderId orderId, OrderPayment ours, List<Charge> theirs, Instant now) {

    static final Duration GRACE = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofMinutes(5);

    Optional<Mismatch> mismatch() {
        return moving() ? Optional.empty() : differing().map(this::as);
    }

    private boolean moving() {
        boolean fresh = theirs.stream().anyMatch(charge -> after(charge.createdAt(), GRACE));
        return fresh || ours instanceof Payment payment && moving(payment);
    }

    private boolean moving(Payment payment) {
        return payment.openAttempt()
                .map(Attempt::startedAt)
                .map(startedAt -> after(startedAt, PATIENCE))
                .orElseGet(() -> after(payment.updatedAt(), GRACE));
    }

    private Optional<Kind> differing() {
        if (theirs.stream().filter(charge -> charge.state() == Charge.State.TAKEN).count() > 1) {
            return Optional.of(Kind.CAPTURED_TWICE);
        }
        return switch (ours) {
            case OrderPayment.None _, OrderPayment.Closed _ ->
                    theirs.stream().anyMatch(Charge::counts)
                            ? Optional.of(Kind.MISSING_HERE)
                            : Optional.empty();
            case Payment payment -> differing(payment);
        };
    }

    private Optional<Kind> differing(Payment payment) {
        Charge.State state = state(payment);
        Optional<Charge> known =
                theirs.stream()
                        .filter(charge -> charge.id().equals(payment.providerPaymentId()))
                        .findFirst();
        List<Charge> others =
                theirs.stream()
                        .filter(charge -> charge.counts() && !Optional.of(charge).equals(known))
                        .toList();
        if (known.isEmpty()) {
            return others.isEmpty()
                    ? missingThere(state)
                    : Optional.of(state == Charge.State.NOWHERE ? Kind.STATUS : Kind.MISSING_HERE);
        }
        if (!others.isEmpty()) {
            return Optional.of(Kind.MISSING_HERE);
        }
        if (state != known.get().state()) {
            return Optional.of(Kind.STATUS);
        }
        return sameAmounts(payment, known.get()) ? Optional.empty() : Optional.of(Kind.AMOUNT);
    }

    private static Optional<Kind> missingThere(Charge.State ours) {
        return ours == Charge.State.NOWHERE ? Optional.empty() : Optional.of(Kind.MISSING_THERE);
    }

    private static Charge.State state(Payment payment) {
        return switch (payment.status()) {
            case PENDING, PROCESSING, UNKNOWN, FAILED, VOIDED -> Charge.State.NOWHERE;
            case AUTHORIZED -> Charge.State.HELD;
            case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED -> Charge.State.TAKEN;
        };
    }

    private static boolean sameAmounts(Payment payment, Charge charge) {
        boolean currency =
                payment.terms().amount().currency().getCurrencyCode().equals(charge.currency());
        Long refunded = charge.refunded();
        return payment.captured() == charge.captured()
                && (refunded == null || payment.refunded() == refunded)
                && (currency || !charge.counts());
    }

    private Mismatch as(Kind kind) {
        String charges =
                theirs.isEmpty()
                        ? "no charge"
                        : theirs.stream().map(Charge::toString).collect(Collectors.joining("; "));
        return new Mismatch(orderId, kind, words(ours), charges);
    }

    private static String words(OrderPayment ours) {
        return switch (ours) {
            case OrderPayment.None _ -> "no payment";
            case OrderPayment.Closed _ -> "closed before it was paid";
            case Payment payment ->
                    "%s: %d %s captured, %d refunded"
                            .formatted(
                                    payment.status(),
                                    payment.captured(),
                                    payment.terms().amount().currency().getCurrencyCode(),
                                    payment.refunded());
        };
    }

    private boolean after(Instant time, Duration pause) {
        return time.isAfter(now.minus(pause));
    }
}
