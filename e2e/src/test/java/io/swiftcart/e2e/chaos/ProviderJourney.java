package io.swiftcart.e2e.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.e2e.load.Arrivals;
import io.swiftcart.e2e.load.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The payment provider is what it is: slow, forgetful, away. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class ProviderJourney {
    /** For the way there and back, and the turn that a request waits for on a busy machine. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ChaosShop shop;

    ProviderJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#many")
    void replies_are_lost_and_webhooks_come_late_twice_and_in_any_order(Seed seed) {
        shop.shop().fault("payment.seed", seed.value());
        shop.shop().fault("payment.lost-reply", 0.3);
        shop.shop().fault("payment.error-after", 0.2);
        shop.shop().fault("payment.webhook-duplicate", 0.5);
        shop.shop().fault("payment.webhook-reorder", 0.5);
        shop.shop().fault("payment.webhook-delay", 500);
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        Pause.of(Form.get().provider().dividedBy(2));

        shop.shop().noFaults();
        arrivals.stop();
        shop.judge();
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void replies_come_later_than_anybody_waits(Seed seed) {
        shop.shop().fault("payment.latency", 4000);
        shop.shop().fault("payment.webhook-loss", 0.5);
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        Pause.of(Form.get().provider().dividedBy(2));

        shop.shop().noFaults();
        arrivals.stop();
        shop.judge();
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void nobody_hangs_while_the_provider_is_down_and_all_orders_end_when_it_is_back(Seed seed) {
        shop.oracle().rest();
        int before = shop.journal().size();
        shop.shop().fault("payment.down", true);
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        Pause.of(Form.get().provider());
        List<Reply> replies = shop.journal().replies();
        replies = replies.subList(before, replies.size());

        shop.shop().noFaults();
        arrivals.stop();
        shop.judge();
        Duration latest =
                replies.stream().map(Reply::late).max(Duration::compareTo).orElse(Duration.ZERO);
        System.out.println("Latest answer: " + latest + " behind its budget");
        assertEquals(Set.of(), defects(replies), "neither 202, 503 nor in flight");
        assertTrue(latest.compareTo(GRACE) < 0, "the latest answer came " + latest + " too late");
        assertTrue(
                replies.stream().anyMatch(reply -> reply.code().equals("payment-unavailable")),
                "the breaker never opened");
    }

    private static Set<String> defects(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.status() != 202 && reply.status() != 503)
                .filter(reply -> !reply.isInFlight())
                .map(reply -> reply.status() + " " + reply.body())
                .collect(Collectors.toSet());
    }
}
