package io.swiftcart.payment.provider;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.provider.StripeMessages.Intents;
import io.swiftcart.payment.provider.StripeMessages.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * Stripe's PaymentIntents. An order's authorisation is known to Stripe by a key made of the order
 * id, so it stays one payment even if our database were lost; a key is remembered there for 24
 * hours, and before that ends we stop sending and look the order up instead. That nothing ever
 * arrived is concluded an hour later: what was sent last may still be under way, and Stripe's
 * search is behind by a minute and more. What Stripe answered first it keeps under the key, also an
 * error of its own (5xx) and a state that was still moving, and would repeat it all day: after one
 * we look what has become of it before we send again.
 */
@ApplicationScoped
class StripeProvider implements PaymentProvider {

    private static final Duration SENT_FOR = Duration.ofHours(22);
    private static final Duration LOOKED_FOR = Duration.ofHours(23);
    private static final String CARD = "card";
    private static final String ATTEMPT_ID = "attemptId";
    private static final String NEVER_ARRIVED = "never_arrived";
    private static final String NOT_FOUND = "not_found";
    private static final int REFUNDS_MAX = 100;
    private static final String CANCELLATION_REASON = "abandoned";

    private final StripeClient stripe;
    private final Clock clock;

    StripeProvider(StripeClient stripe, Clock clock) {
        this.stripe = stripe;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean unavailable() {
        return stripe.broken();
    }

    @Override
    public Uni<ProviderReply> ask(Payment payment, Attempt attempt) {
        boolean lookFirst = StripeReply.isKeptUnderTheKey(attempt.failureReason());
        return switch (attempt.operation()) {
            case AUTHORIZE ->
                    lookFirst || olderThan(SENT_FOR, attempt)
                            ? lookUp(payment, attempt)
                            : authorize(payment, attempt);
            case CAPTURE -> lookFirst ? lookAt(payment, attempt) : capture(payment, attempt);
            case VOID -> lookFirst ? lookAt(payment, attempt) : letGo(payment, attempt);
            case REFUND ->
                    lookFirst || olderThan(SENT_FOR, attempt)
                            ? lookUpRefund(payment, attempt)
                            : refund(payment, attempt);
        };
    }

    private boolean olderThan(Duration age, Attempt attempt) {
        return attempt.startedAt().plus(age).isBefore(clock.instant());
    }

    private Uni<ProviderReply> authorize(Payment payment, Attempt attempt) {
        String key = "swiftcart-order-" + payment.orderId();
        return reply(
                attempt,
                new StripeCall<>(
                        api ->
                                api.createIntent(
                                        key,
                                        attempt.amountMinorUnits(),
                                        payment.terms()
                                                .amount()
                                                .currency()
                                                .getCurrencyCode()
                                                .toLowerCase(Locale.ROOT),
                                        payment.terms().capture() ? "automatic" : "manual",
                                        true,
                                        true,
                                        payment.terms().method().token(),
                                        CARD,
                                        payment.orderId().toString(),
                                        payment.id().toString())),
                StripeReply::of);
    }

    private Uni<ProviderReply> lookUp(Payment payment, Attempt attempt) {
        String query = "metadata['orderId']:'" + payment.orderId() + "'";
        return look(
                attempt,
                new StripeCall<>(api -> api.searchIntents(query, 1)),
                intents -> found(intents, attempt));
    }

    private Uni<ProviderReply> lookAt(Payment payment, Attempt attempt) {
        return look(
                attempt,
                new StripeCall<>(api -> api.readIntent(intentId(payment))),
                StripeReply::ofMoved);
    }

    private Uni<ProviderReply> capture(Payment payment, Attempt attempt) {
        String key = "swiftcart-capture-" + attempt.id();
        return reply(
                attempt,
                new StripeCall<>(
                        api ->
                                api.captureIntent(
                                        key, intentId(payment), attempt.amountMinorUnits())),
                StripeReply::of);
    }

    private Uni<ProviderReply> letGo(Payment payment, Attempt attempt) {
        String key = "swiftcart-void-" + attempt.id();
        return reply(
                attempt,
                new StripeCall<>(
                        api -> api.cancelIntent(key, intentId(payment), CANCELLATION_REASON)),
                StripeReply::of);
    }

    private Uni<ProviderReply> refund(Payment payment, Attempt attempt) {
        String key = "swiftcart-refund-" + attempt.id();
        return reply(
                attempt,
                new StripeCall<>(
                        api ->
                                api.createRefund(
                                        key,
                                        intentId(payment),
                                        attempt.amountMinorUnits(),
                                        payment.orderId().toString(),
                                        attempt.id().toString())),
                StripeReply::of);
    }

    private <T> Uni<ProviderReply> reply(
            Attempt attempt, StripeCall<T> call, Function<T, ProviderReply> meaning) {
        return stripe.send(call)
                .map(meaning)
                .onFailure()
                .recoverWithItem(
                        failure ->
                                failure instanceof StripeFailure.Refused refused
                                                && !refused.unheard()
                                        ? refused(attempt, refused)
                                        : withoutResult(attempt, call, failure));
    }

    private static ProviderReply refused(Attempt attempt, StripeFailure.Refused refused) {
        ProviderReply reply = StripeReply.of(attempt.operation(), refused);
        if (reply instanceof ProviderReply.Unanswered) {
            tellUnanswered(attempt, refused);
        }
        return reply;
    }

    /** A question: that it is refused says nothing of what has happened. */
    private <T> Uni<ProviderReply> look(
            Attempt attempt, StripeCall<T> call, Function<T, ProviderReply> meaning) {
        return stripe.send(call)
                .map(meaning)
                .onFailure()
                .recoverWithItem(failure -> withoutResult(attempt, call, failure));
    }

    private static ProviderReply withoutResult(
            Attempt attempt, StripeCall<?> call, Throwable failure) {
        tellUnanswered(attempt, failure);
        return StripeReply.silence(call.abandon(), failure);
    }

    private static void tellUnanswered(Attempt attempt, Throwable failure) {
        Log.warnf("Stripe gave no answer to %s %s: %s", attempt.operation(), attempt.id(), failure);
    }

    private ProviderReply found(Intents intents, Attempt attempt) {
        if (!intents.data().isEmpty()) {
            return StripeReply.of(intents.data().getFirst());
        }
        return olderThan(LOOKED_FOR, attempt)
                ? new ProviderReply.Declined(null, NEVER_ARRIVED)
                : new ProviderReply.Unanswered(NOT_FOUND);
    }

    private Uni<ProviderReply> lookUpRefund(Payment payment, Attempt attempt) {
        return look(
                attempt,
                new StripeCall<>(api -> api.listRefunds(intentId(payment), REFUNDS_MAX)),
                refunds -> found(refunds, attempt));
    }

    private ProviderReply found(Refunds refunds, Attempt attempt) {
        String id = attempt.id().toString();
        return refunds.data().stream()
                .filter(
                        refund ->
                                refund.metadata() != null
                                        && id.equals(refund.metadata().get(ATTEMPT_ID)))
                .findFirst()
                .map(StripeReply::of)
                .orElseGet(() -> withoutRefund(refunds, attempt));
    }

    private ProviderReply withoutRefund(Refunds refunds, Attempt attempt) {
        if (refunds.hasMore()) {
            return new ProviderReply.Unanswered("too_many_refunds");
        }
        return olderThan(LOOKED_FOR, attempt)
                ? new ProviderReply.Refused(NEVER_ARRIVED)
                : new ProviderReply.Unanswered(NOT_FOUND);
    }

    private static String intentId(Payment payment) {
        return Objects.requireNonNull(
                payment.providerPaymentId(), "The payment was never authorised");
    }
}
