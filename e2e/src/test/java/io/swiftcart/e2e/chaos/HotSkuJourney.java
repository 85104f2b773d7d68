package io.swiftcart.e2e.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.load.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody wants the same thing, and there is not enough of it. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class HotSkuJourney {
    private static final int UNITS = 100;
    private static final int CROWD = 5_000;
    private static final String SKU = "SKU-00500";

    private final ChaosShop shop;

    HotSkuJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#many")
    void a_hundred_units_go_to_exactly_a_hundred_of_many_buyers(Seed seed) {
        sell(seed, Form.get().buyers());
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    @Tag("long")
    void a_hundred_units_go_to_exactly_a_hundred_of_a_crowd(Seed seed) {
        sell(seed, CROWD);
    }

    private void sell(Seed seed, int buyers) {
        shop.stock(SKU, UNITS);
        List<Purchase> purchases =
                IntStream.range(0, buyers).mapToObj(_ -> Purchase.of(shop.key(seed), SKU)).toList();

        List<Reply> replies = shop.buyers().together(purchases);

        shop.judge();
        Set<String> keys = new HashSet<>();
        purchases.forEach(purchase -> keys.add(purchase.key()));
        assertEquals(
                Map.of("CONFIRMED", (long) UNITS, "FAILED", (long) purchases.size() - UNITS),
                shop.oracle().ends(keys));
        assertEquals(Set.of(), others(replies), "answers beside 201, 202 and 409");
    }

    private static Set<String> others(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.status() != 201 && reply.status() != 202)
                .filter(reply -> !reply.code().equals("insufficient-stock"))
                .map(reply -> reply.status() + " " + reply.body())
                .collect(Collectors.toSet());
    }
}
