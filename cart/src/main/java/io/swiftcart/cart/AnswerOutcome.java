package io.swiftcart.cart;

import io.micrometer.core.instrument.MeterRegistry;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.Refusal;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Turns what the store says into what the caller hears, and counts refusals by reason. */
@ApplicationScoped
public class AnswerOutcome {
    private static final Duration VIEW_PAUSE = Duration.ofSeconds(2);

    private final MeterRegistry metrics;

    AnswerOutcome(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** The cart; a problem when there is none or it was refused. */
    public Cart cart(CartOutcome outcome) {
        return switch (outcome) {
            case CartOutcome.Kept(Cart cart) -> cart;
            case CartOutcome.Gone() -> throw new IllegalStateException("the cart was discarded");
            case CartOutcome.Refused(Refusal reason) -> throw problem(reason);
        };
    }

    /** Nothing when the cart is gone; a problem when it was refused. */
    public void gone(CartOutcome outcome) {
        if (outcome instanceof CartOutcome.Refused(Refusal reason)) {
            throw problem(reason);
        }
    }

    /** As {@link #gone}; a cart that was not there is gone too. */
    public void goneNowOrBefore(CartOutcome outcome) {
        if (!outcome.equals(new CartOutcome.Refused(Refusal.ABSENT))) {
            gone(outcome);
        }
    }

    private Problem problem(Refusal reason) {
        metrics.counter("swiftcart_cart_refusals", "reason", reason.code()).increment();
        return switch (reason) {
            case ABSENT -> new Problem(CommonProblem.NOT_FOUND, "There is no such cart.");
            case UNKNOWN_SKU ->
                    new Problem(
                                    CartProblem.UNKNOWN_SKU,
                                    "It does not exist, or it is not sold any more.")
                            .pointing("/sku", "is not sold");
            case VIEW_BEHIND ->
                    new Problem(
                                    CommonProblem.SERVICE_UNAVAILABLE,
                                    "The products are being read. Try again in a moment.")
                            .retryAfter(VIEW_PAUSE);
            case CURRENCY_MISMATCH ->
                    new Problem(
                            CartProblem.CURRENCY_MISMATCH,
                            "A cart has one currency, which it got when it was made.");
            case TOO_MANY_LINES -> new Problem(CartProblem.CART_FULL, "Nothing was changed.");
            case TOO_MANY_UNITS ->
                    new Problem(CartProblem.QUANTITY_EXCEEDED, "Nothing was changed.");
            case EMPTY -> new Problem(CartProblem.CART_EMPTY, "There is nothing to order.");
            case CHANGED -> new Problem(CartProblem.CART_CHANGED, "The cart stays as it is.");
        };
    }
}
