package io.swiftcart.e2e.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.swiftcart.e2e.load.Arrivals;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new version goes out while orders come in: replica by replica, each told to stop. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class RestartJourney {
    private static final List<String> SERVICES =
            List.of("order", "inventory", "payment", "catalog", "cart", "notification");

    /** {@code -Darrivals=} for a machine that does not take so many. */
    private static final int PER_SECOND = Integer.getInteger("arrivals", 100);

    private final ChaosShop shop;

    RestartJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    @Tag("long")
    void a_rolling_restart_fails_no_request(Seed seed) {
        List<String> replicated =
                SERVICES.stream().filter(name -> shop.shop().pidsOf(name).size() > 1).toList();
        assumeTrue(!replicated.isEmpty(), "no service has two replicas: -Dreplicas=order=2");
        int before = shop.journal().size();
        Arrivals arrivals = shop.buyers().arriving(PER_SECOND, shop.customers(seed));

        replicated.forEach(shop::restart);

        arrivals.stop();
        assertEquals(List.of(), failed(before));
        shop.judge();
    }

    /** What a client that never tries again would have lost. */
    private List<String> failed(int before) {
        return shop.journal().replies().stream()
                .skip(before)
                .filter(reply -> !reply.answered() || reply.status() >= 500)
                .map(reply -> reply.status() + " " + reply.code())
                .toList();
    }
}
