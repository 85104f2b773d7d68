package io.swiftcart.cart.storage;

import io.swiftcart.cart.domain.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends CartStoreContract {
    private final InMemoryStore store = new InMemoryStore(LIFETIMES, clock);

    @Override
    CartStore carts() {
        return store;
    }

    @Override
    ProductStore products() {
        return store;
    }

    @Test
    void an_expired_cart_is_gone() {
        String id = guests();

        clock.turn(Duration.ofDays(30));

        refused(Refusal.ABSENT, carts().read(id, ANYBODY));
    }
}
