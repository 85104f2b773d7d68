package io.swiftcart.cart.storage;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Product;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The view of products in Redis: the hash {@code cart:products}, and the sets {@code
 * cart:products:read} and {@code cart:products:reading} of the partitions it holds and of those it
 * is being read from, which are lost with it.
 */
@ApplicationScoped
@Typed(RedisProductStore.class)
public class RedisProductStore implements ProductStore {
    private static final String PRODUCTS = "cart:products";
    private static final String READ = "cart:products:read";
    private static final String READING = "cart:products:reading";

    private final RedisCalls redis;

    RedisProductStore(RedisCalls redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Void> keep(Product product) {
        return redis.run(
                        RedisScript.KEEP_PRODUCT,
                        List.of(PRODUCTS),
                        List.of(
                                product.sku(),
                                String.valueOf(product.version()),
                                product.active() ? "1" : "0",
                                String.valueOf(product.price().minorUnits()),
                                product.price().currency().getCurrencyCode(),
                                product.name()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String sku) {
        return redis.run(RedisScript.FORGET_PRODUCT, List.of(PRODUCTS), List.of(sku))
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<String>> unread(Collection<String> parts) {
        return redis.execute("SMEMBERS", READ).map(read -> without(parts, read));
    }

    private static Set<String> without(Collection<String> parts, Response read) {
        Set<String> unread = new HashSet<>(parts);
        read.forEach(part -> unread.remove(part.toString()));
        return unread;
    }

    @Override
    public Uni<Void> noteReading(String part) {
        return redis.execute("SADD", READING, part).replaceWithVoid();
    }

    /** In this order, so that it is never in neither. */
    @Override
    public Uni<Void> noteRead(String part) {
        return redis.execute("SADD", READ, part)
                .chain(() -> redis.execute("SREM", READING, part))
                .replaceWithVoid();
    }
}
