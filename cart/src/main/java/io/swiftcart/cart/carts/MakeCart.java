package io.swiftcart.cart.carts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartId;
import io.swiftcart.cart.storage.CartStore;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes an empty cart: the caller's, or a guest's for whoever brings no token. */
@ApplicationScoped
class MakeCart {
    private final CartStore carts;
    private final Currency usual;
    private final Counter made;

    MakeCart(
            CartStore carts,
            @ConfigProperty(name = "swiftcart.cart.currency") String usual,
            MeterRegistry metrics) {
        this.carts = carts;
        this.usual = Currency.getInstance(usual);
        this.made = metrics.counter("swiftcart_carts_made");
    }

    Uni<Cart> with(@Nullable NewCartRequest request, Caller caller) {
        String wished = request == null ? null : request.currency();
        Currency currency = wished == null ? usual : known(wished);
        return carts.create(CartId.next(), caller.anonymous() ? null : caller.id(), currency)
                .invoke(_ -> made.increment());
    }

    private static Currency known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                                CommonProblem.VALIDATION_FAILED,
                                                "See errors for what is wrong.")
                                        .pointing("/currency", "is no currency of ISO 4217"));
    }
}
