package io.swiftcart.cart.storage;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartId;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.MergeStrategy;
import io.swiftcart.cart.domain.Product;
import io.swiftcart.cart.domain.Refusal;
import io.swiftcart.cart.domain.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carts and products in this process, one step at a time; gone with it. For tests. */
@ApplicationScoped
@Typed(InMemoryStore.class)
public class InMemoryStore implements CartStore, ProductStore {
    private final LifetimeConfig lifetime;
    private final Clock clock;
    private final Map<String, InMemoryCart> carts = new HashMap<>();
    private final Map<String, String> ofCustomer = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> reading = new HashSet<>();

    InMemoryStore(LifetimeConfig lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public Uni<Cart> create(String cartId, @Nullable String customerId, Currency currency) {
        return step(() -> newCart(cartId, customerId, currency).change(until(customerId)).seen());
    }

    private InMemoryCart newCart(String id, @Nullable String customerId, Currency currency) {
        carts.values().removeIf(cart -> !cart.expiresAt().isAfter(clock.instant()));
        InMemoryCart cart = new InMemoryCart(id, customerId, currency, products);
        carts.put(id, cart);
        if (customerId != null) {
            ofCustomer.put(customerId, id);
        }
        return cart;
    }

    private Instant until(@Nullable String customerId) {
        Duration life = customerId == null ? lifetime.guest() : lifetime.customer();
        return clock.instant().plus(life);
    }

    @Override
    public Uni<CartOutcome> read(String cartId, Visitor visitor) {
        return onCart(cartId, visitor, InMemoryStore::kept);
    }

    @Override
    public Uni<CartOutcome> readMine(String customerId) {
        return onMine(customerId, InMemoryStore::kept);
    }

    private Uni<CartOutcome> onMine(String customerId, Function<InMemoryCart, CartOutcome> work) {
        return step(
                () -> {
                    String id = ofCustomer.getOrDefault(customerId, "");
                    InMemoryCart cart = open(id, new Visitor.Customer(customerId));
                    return cart == null
                            ? new CartOutcome.Refused(Refusal.ABSENT)
                            : work.apply(cart);
                });
    }

    @Override
    public Uni<CartOutcome> add(String cartId, Visitor visitor, String sku, int qty) {
        return onCart(
                cartId,
                visitor,
                cart -> changed(cart, put(cart, sku, cart.qtyOf(sku) + qty, true)));
    }

    @Override
    public Uni<CartOutcome> set(String cartId, Visitor visitor, String sku, int qty) {
        return onCart(cartId, visitor, cart -> changed(cart, put(cart, sku, qty, false)));
    }

    @Override
    public Uni<CartOutcome> remove(String cartId, Visitor visitor, String sku) {
        return onCart(cartId, visitor, cart -> cart.remove(sku) ? changed(cart, null) : kept(cart));
    }

    @Override
    public Uni<CartOutcome> merge(String guestCartId, String customerId, MergeStrategy strategy) {
        return onCart(
                guestCartId,
                new Visitor.Anonymous(),
                guests -> {
                    InMemoryCart known =
                            open(
                                    ofCustomer.getOrDefault(customerId, ""),
                                    new Visitor.Customer(customerId));
                    InMemoryCart mine =
                            known == null
                                    ? newCart(CartId.next(), customerId, guests.currency())
                                    : known;
                    Refusal refusal = mine.take(guests, strategy);
                    if (refusal == null) {
                        drop(guests);
                    }
                    return changed(mine, refusal);
                });
    }

    @Override
    public Uni<CartOutcome> beginCheckout(String cartId, Instant until) {
        return onCart(
                cartId,
                new Visitor.Neighbour(),
                cart ->
                        cart.isEmpty()
                                ? new CartOutcome.Refused(Refusal.EMPTY)
                                : kept(cart.inCheckout(until, until(cart.customerId()))));
    }

    @Override
    public Uni<CartOutcome> discard(String cartId, Visitor visitor, @Nullable Long version) {
        return onCart(
                cartId,
                visitor,
                cart -> {
                    if (version != null && version != cart.seen().version()) {
                        return new CartOutcome.Refused(Refusal.CHANGED);
                    }
                    drop(cart);
                    return new CartOutcome.Gone();
                });
    }

    private void drop(InMemoryCart cart) {
        carts.remove(cart.id());
        ofCustomer.values().remove(cart.id());
    }

    @Override
    public Uni<Void> ping() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> keep(Product product) {
        return step(() ->
                        products.merge(
                                product.sku(),
                                product,
                                (known, next) -> next.version() > known.version() ? next : known))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String sku) {
        return step(() ->
                        products.computeIfPresent(
                                sku,
                                (_, known) ->
                                        new Product(
                                                sku,
                                                known.name(),
                                                known.price(),
                                                false,
                                                known.version())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<String>> unread(Collection<String> parts) {
        return step(
                () -> {
                    Set<String> unread = new HashSet<>(parts);
                    unread.removeAll(read);
                    return unread;
                });
    }

    @Override
    public Uni<Void> noteReading(String part) {
        return step(() -> reading.add(part)).replaceWithVoid();
    }

    @Override
    public Uni<Void> noteRead(String part) {
        return step(() -> read.add(part) | reading.remove(part)).replaceWithVoid();
    }

    private Uni<CartOutcome> onCart(
            String cartId, Visitor visitor, Function<InMemoryCart, CartOutcome> work) {
        return step(
                () -> {
                    InMemoryCart cart = open(cartId, visitor);
                    return cart == null
                            ? new CartOutcome.Refused(Refusal.ABSENT)
                            : work.apply(cart);
                });
    }

    private @Nullable InMemoryCart open(String cartId, Visitor visitor) {
        InMemoryCart cart = carts.get(cartId);
        boolean opens =
                cart != null
                        && cart.expiresAt().isAfter(clock.instant())
                        && visitor.opens(cart.customerId());
        return opens ? cart : null;
    }

    private CartOutcome changed(InMemoryCart cart, @Nullable Refusal refusal) {
        return refusal == null
                ? kept(cart.change(until(cart.customerId())))
                : new CartOutcome.Refused(refusal);
    }

    private @Nullable Refusal put(InMemoryCart cart, String sku, int qty, boolean adding) {
        boolean behind = read.isEmpty() || !reading.isEmpty();
        return behind && !products.containsKey(sku)
                ? Refusal.VIEW_BEHIND
                : cart.put(sku, qty, adding);
    }

    private static CartOutcome kept(InMemoryCart cart) {
        return new CartOutcome.Kept(cart.seen());
    }

    private <T> Uni<T> step(java.util.function.Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            synchronized (carts) {
                                return work.get();
                            }
                        });
    }
}
