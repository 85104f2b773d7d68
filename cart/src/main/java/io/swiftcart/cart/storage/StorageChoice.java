package io.swiftcart.cart.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Picks the adapter that {@code swiftcart.cart.storage} names. */
@ApplicationScoped
class StorageChoice {
    private final Storage storage;

    StorageChoice(@ConfigProperty(name = "swiftcart.cart.storage") Storage storage) {
        this.storage = storage;
    }

    @Produces
    @Singleton
    CartStore carts(Instance<RedisCartStore> redis, Instance<InMemoryStore> memory) {
        return storage == Storage.REDIS ? redis.get() : memory.get();
    }

    @Produces
    @Singleton
    ProductStore products(Instance<RedisProductStore> redis, Instance<InMemoryStore> memory) {
        return storage == Storage.REDIS ? redis.get() : memory.get();
    }
}
