package io.swiftcart.cart.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.cart.domain.CartId;
import io.swiftcart.cart.domain.Visitor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedisCartStoreComponentTest extends CartStoreContract {
    @Inject RedisCalls calls;
    @Inject RedisDataSource redis;

    @Override
    CartStore carts() {
        return new RedisCartStore(calls, LIFETIMES, clock);
    }

    @Override
    ProductStore products() {
        return new RedisProductStore(calls);
    }

    @Test
    void redis_itself_forgets_a_cart_when_its_time_is_over_and_not_before() {
        String sku = sold(10).sku();
        String id = guests();
        assertEquals(START.plus(Duration.ofDays(30)), endOf("cart:id:" + id));

        clock.turn(Duration.ofDays(7));
        kept(carts().add(id, ANYBODY, sku, 1));
        assertEquals(START.plus(Duration.ofDays(37)), endOf("cart:id:" + id));

        Instant late = START.plus(Duration.ofDays(100));
        kept(carts().beginCheckout(id, late));
        assertEquals(late, endOf("cart:id:" + id));
    }

    @Test
    void what_names_a_customers_cart_lives_as_long_as_the_cart() {
        String customer = UUID.randomUUID().toString();
        String former = CartId.next();
        String id = CartId.next();
        now(carts().create(former, customer, USD));
        clock.turn(Duration.ofDays(1));
        now(carts().create(id, customer, USD));
        assertEquals(START.plus(Duration.ofDays(91)), endOf("cart:of:" + customer));

        clock.turn(Duration.ofDays(1));
        String sku = sold(10).sku();
        kept(carts().add(former, new Visitor.Customer(customer), sku, 1));
        assertEquals(START.plus(Duration.ofDays(91)), endOf("cart:of:" + customer));
        kept(carts().add(id, new Visitor.Customer(customer), sku, 1));
        assertEquals(START.plus(Duration.ofDays(92)), endOf("cart:of:" + customer));
    }

    private Instant endOf(String key) {
        return Instant.ofEpochMilli(redis.execute("PEXPIRETIME", key).toLong());
    }
}
