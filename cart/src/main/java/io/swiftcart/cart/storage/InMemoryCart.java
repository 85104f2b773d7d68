package io.swiftcart.cart.storage;

import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartLine;
import io.swiftcart.cart.domain.MergeStrategy;
import io.swiftcart.cart.domain.Product;
import io.swiftcart.cart.domain.Refusal;
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart of {@link InMemoryStore}, which guards it. */
final class InMemoryCart {
    private final String id;
    private final @Nullable String customerId;
    private final Map<String, Product> products;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private Currency currency;
    private long version;
    private Instant expiresAt = Instant.MAX;
    private Instant inCheckoutUntil = Instant.MIN;

    /** What was put in, as it was then. */
    private record Line(int qty, Money price, String name) {}

    InMemoryCart(
            String id,
            @Nullable String customerId,
            Currency currency,
            Map<String, Product> products) {
        this.id = id;
        this.customerId = customerId;
        this.currency = currency;
        this.products = products;
    }

    String id() {
        return id;
    }

    @Nullable String customerId() {
        return customerId;
    }

    Currency currency() {
        return currency;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int qtyOf(String sku) {
        Line line = lines.get(sku);
        return line == null ? 0 : line.qty();
    }

    /** Sets the units of a line; {@code keepingNotice}: with the price of a line that is there. */
    @Nullable Refusal put(String sku, int qty, boolean keepingNotice) {
        Product product = products.get(sku);
        if (product == null || !product.active()) {
            return Refusal.UNKNOWN_SKU;
        }
        if (!product.price().currency().equals(currency)) {
            return Refusal.CURRENCY_MISMATCH;
        }
        Line line = lines.get(sku);
        if (line == null && lines.size() >= Cart.MAX_LINES) {
            return Refusal.TOO_MANY_LINES;
        }
        if (qty > Cart.MAX_UNITS) {
            return Refusal.TOO_MANY_UNITS;
        }
        Money price = line != null && keepingNotice ? line.price() : product.price();
        lines.put(sku, new Line(qty, price, product.name()));
        return null;
    }

    boolean remove(String sku) {
        return lines.remove(sku) != null;
    }

    @Nullable Refusal take(InMemoryCart guests, MergeStrategy strategy) {
        if (!guests.currency.equals(currency) && !guests.isEmpty()) {
            if (!isEmpty()) {
                return Refusal.CURRENCY_MISMATCH;
            }
            currency = guests.currency;
        }
        long fresh = guests.lines.keySet().stream().filter(sku -> !lines.containsKey(sku)).count();
        if (lines.size() + fresh > Cart.MAX_LINES) {
            return Refusal.TOO_MANY_LINES;
        }
        guests.lines.forEach(
                (sku, theirs) ->
                        lines.merge(
                                sku,
                                theirs,
                                (own, _) ->
                                        new Line(
                                                strategy.merged(own.qty(), theirs.qty()),
                                                own.price(),
                                                own.name())));
        return null;
    }

    InMemoryCart inCheckout(Instant until, Instant liveUntil) {
        inCheckoutUntil = later(inCheckoutUntil, until);
        expiresAt = later(liveUntil, inCheckoutUntil);
        return this;
    }

    InMemoryCart change(Instant liveUntil) {
        version++;
        expiresAt = later(liveUntil, inCheckoutUntil);
        return this;
    }

    Cart seen() {
        List<CartLine> now =
                lines.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList();
        return new Cart(
                id, customerId, currency, version, expiresAt, now, Cart.subtotal(now, currency));
    }

    private CartLine line(String sku, Line line) {
        Product product = products.get(sku);
        if (product == null) {
            return new CartLine(sku, line.name(), line.qty(), line.price(), line.price(), false, 0);
        }
        boolean payable = product.price().currency().equals(currency);
        return new CartLine(
                sku,
                product.name(),
                line.qty(),
                payable ? product.price() : line.price(),
                line.price(),
                !payable || !product.active(),
                product.version());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
