package io.swiftcart.cart.storage;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartId;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.MergeStrategy;
import io.swiftcart.cart.domain.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Carts in Redis, each change one script; {@code /redis/common.lua} says what lies under which key.
 * The scripts reach keys that only their data names, so Redis runs as one primary, not as a
 * cluster.
 */
@ApplicationScoped
@Typed(RedisCartStore.class)
public class RedisCartStore implements CartStore {
    private static final String CART = "cart:id:";
    private static final String OF_CUSTOMER = "cart:of:";
    private static final Visitor NEIGHBOUR = new Visitor.Neighbour();

    private final RedisCalls redis;
    private final LifetimeConfig lifetime;
    private final Clock clock;

    RedisCartStore(RedisCalls redis, LifetimeConfig lifetime, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public Uni<Cart> create(String cartId, @Nullable String customerId, Currency currency) {
        String owner = customerId == null ? "" : customerId;
        return redis.run(
                        RedisScript.CREATE,
                        List.of(CART + cartId),
                        arguments(NEIGHBOUR, owner, currency.getCurrencyCode()))
                .map(ReadAnswer::cart);
    }

    @Override
    public Uni<CartOutcome> read(String cartId, Visitor visitor) {
        return onCart(RedisScript.READ, cartId, visitor);
    }

    @Override
    public Uni<CartOutcome> readMine(String customerId) {
        return redis.run(
                        RedisScript.READ_MINE,
                        List.of(OF_CUSTOMER + customerId),
                        arguments(new Visitor.Customer(customerId)))
                .map(ReadAnswer::outcome);
    }

    @Override
    public Uni<CartOutcome> add(String cartId, Visitor visitor, String sku, int qty) {
        return onCart(RedisScript.PUT_LINE, cartId, visitor, sku, String.valueOf(qty), "add");
    }

    @Override
    public Uni<CartOutcome> set(String cartId, Visitor visitor, String sku, int qty) {
        return onCart(RedisScript.PUT_LINE, cartId, visitor, sku, String.valueOf(qty), "set");
    }

    @Override
    public Uni<CartOutcome> remove(String cartId, Visitor visitor, String sku) {
        return onCart(RedisScript.REMOVE_LINE, cartId, visitor, sku);
    }

    @Override
    public Uni<CartOutcome> merge(String guestCartId, String customerId, MergeStrategy strategy) {
        return redis.run(
                        RedisScript.MERGE,
                        List.of(CART + guestCartId, OF_CUSTOMER + customerId, CART + CartId.next()),
                        arguments(
                                new Visitor.Customer(customerId),
                                customerId,
                                strategy.name().toLowerCase(Locale.ROOT)))
                .map(ReadAnswer::outcome);
    }

    @Override
    public Uni<CartOutcome> beginCheckout(String cartId, Instant until) {
        return onCart(
                RedisScript.BEGIN_CHECKOUT,
                cartId,
                NEIGHBOUR,
                String.valueOf(until.toEpochMilli()));
    }

    @Override
    public Uni<CartOutcome> discard(String cartId, Visitor visitor, @Nullable Long version) {
        return onCart(
                RedisScript.DISCARD,
                cartId,
                visitor,
                version == null ? "" : String.valueOf(version));
    }

    @Override
    public Uni<Void> ping() {
        return redis.execute("PING").replaceWithVoid();
    }

    private Uni<CartOutcome> onCart(
            RedisScript script, String cartId, Visitor visitor, String... own) {
        return redis.run(script, List.of(CART + cartId), arguments(visitor, own))
                .map(ReadAnswer::outcome);
    }

    private List<String> arguments(Visitor visitor, String... own) {
        List<String> all = new ArrayList<>();
        all.add(word(visitor));
        all.add(String.valueOf(clock.millis()));
        all.add(String.valueOf(lifetime.guest().toMillis()));
        all.add(String.valueOf(lifetime.customer().toMillis()));
        all.add(String.valueOf(Cart.MAX_UNITS));
        all.add(String.valueOf(Cart.MAX_LINES));
        all.addAll(List.of(own));
        return all;
    }

    private static String word(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous() -> "";
            case Visitor.Customer(String id) -> "=" + id;
            case Visitor.Neighbour() -> "*";
        };
    }
}
