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
 * hours, and before that ends we stop sending and look the order up instead.
 */
@ApplicationScoped
class StripeProvider implements PaymentProvider {

    private static final Duration KEY_LIFE = Duration.ofHours(23);
    private static final String CARD = "card";
    private static final String ATTEMPT_ID = "attemptId";
    private static final String NEVER_ARRIVED = "never_arrived";
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
        boolean keyForgotten = attempt.startedAt().plus(KEY_LIFE).isBefore(clock.instant());
        return switch (attempt.operation()) {
            case AUTHORIZE -> keyForgotten ? lookUp(payment, attempt) : authorize(payment, attempt);
            case CAPTURE -> capture(payment, attempt);
            case VOID -> letGo(payment, attempt);
            case REFUND -> keyForgotten ? lookUpRefund(payment, attempt) : refund(payment, attempt);
        };
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
        return reply(
                attempt,
                new StripeCall<>(api -> api.searchIntents(query, 1)),
                StripeProvider::found);
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
                .recoverWithItem(failure -> withoutResult(attempt, call, failure));
    }

    private static ProviderReply withoutResult(
            Attempt attempt, StripeCall<?> call, Throwable failure) {
        ProviderReply reply =
                failure instanceof StripeFailure.Refused refused && !refused.unheard()
                        ? StripeReply.of(attempt.operation(), refused)
                        : StripeReply.silence(call.abandon(), failure);
        if (reply instanceof ProviderReply.Unanswered || reply instanceof ProviderReply.NotSent) {
            Log.warnf(
                    "Stripe gave no answer to %s %s: %s",
                    attempt.operation(), attempt.id(), failure);
        }
        return reply;
    }

    private static ProviderReply found(Intents intents) {
        return intents.data().isEmpty()
                ? new ProviderReply.Declined(null, NEVER_ARRIVED)
                : StripeReply.of(intents.data().getFirst());
    }

    private Uni<ProviderReply> lookUpRefund(Payment payment, Attempt attempt) {
        return reply(
                attempt,
                new StripeCall<>(api -> api.listRefunds(intentId(payment), REFUNDS_MAX)),
                refunds -> found(refunds, attempt));
    }

    private static ProviderReply found(Refunds refunds, Attempt attempt) {
        String id = attempt.id().toString();
        return refunds.data().stream()
                .filter(
                        refund ->
                                refund.metadata() != null
                                        && id.equals(refund.metadata().get(ATTEMPT_ID)))
                .findFirst()
                .map(StripeReply::of)
                .orElseGet(
                        () ->
                                refunds.hasMore()
                                        ? new ProviderReply.Unanswered("too_many_refunds")
                                        : new ProviderReply.Refused(NEVER_ARRIVED));
    }

    private static String intentId(Payment payment) {
        return Objects.requireNonNull(
                payment.providerPaymentId(), "The payment was never authorised");
    }
}
