package io.swiftcart.payment.provider;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.provider.StripeMessages.Intent;
import io.swiftcart.payment.provider.StripeMessages.Intents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the list of Stripe's PaymentIntents, over the same edge as everything else. */
@ApplicationScoped
class StripeBooks implements ProviderBooks {

    private static final int PAGE = 100;

    private final StripeClient stripe;

    StripeBooks(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public Uni<Page> page(@Nullable String after) {
        return stripe.send(new StripeCall<>(api -> api.listIntents(PAGE, after)))
                .map(StripeBooks::page)
                .onFailure(failure -> after != null && refused(failure))
                .transform(_ -> new UnknownPosition(String.valueOf(after)));
    }

    @Override
    public Uni<Optional<Charge>> charge(String id) {
        return stripe.send(new StripeCall<>(api -> api.readIntent(id)))
                .map(intent -> Optional.of(charge(intent)))
                .onFailure(
                        failure ->
                                failure instanceof StripeFailure.Refused refused
                                        && refused.status() == 404)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public boolean unavailable() {
        return stripe.broken();
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof StripeFailure.Refused refused && !refused.unheard();
    }

    private static Page page(Intents intents) {
        List<Charge> charges = intents.data().stream().map(StripeBooks::charge).toList();
        boolean more = intents.hasMore() && !charges.isEmpty();
        return new Page(charges, more ? charges.getLast().id() : null);
    }

    private static Charge charge(Intent intent) {
        return new Charge(
                intent.id(),
                orderId(intent),
                state(intent.status()),
                intent.status(),
                intent.amountReceived(),
                intent.amountRefunded(),
                String.valueOf(intent.currency()).toUpperCase(Locale.ROOT),
                Instant.ofEpochSecond(intent.created()));
    }

    private static Charge.State state(String status) {
        return switch (status) {
            case "succeeded" -> Charge.State.TAKEN;
            case "requires_capture" -> Charge.State.HELD;
            default -> Charge.State.NOWHERE;
        };
    }

    private static @Nullable OrderId orderId(Intent intent) {
        String named = intent.metadata() == null ? null : intent.metadata().get("orderId");
        try {
            return named == null ? null : new OrderId(UUID.fromString(named));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
