package io.swiftcart.e2e.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.e2e.load.Arrivals;
import io.swiftcart.e2e.load.Buyers;
import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.load.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes die without a word while orders come in. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class CrashJourney {
    /** All but the mail sink, which has its mails in memory alone and is a witness. */
    private static final List<String> PROCESSES =
            List.of(
                    "order",
                    "inventory",
                    "payment",
                    "notification",
                    "catalog",
                    "cart",
                    "gateway",
                    "postgres",
                    "kafka",
                    "redis",
                    "paymentSandbox");

    private static final int EQUAL_REQUESTS = 200;

    private final ChaosShop shop;

    CrashJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void every_process_is_killed_in_turn(Seed seed) {
        List<String> shuffled = new ArrayList<>(PROCESSES);
        Collections.shuffle(shuffled, seed.random());
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        for (String process : shuffled) {
            shop.kill(process);
            Pause.of(Form.get().nextCrash());
        }

        shop.awaitAll(PROCESSES);
        arrivals.stop();
        shop.judge();
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#many")
    @Tag("long")
    void processes_are_killed_where_chance_has_it(Seed seed) {
        Random random = seed.random();
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));
        Pause.of(Form.get().calm());

        for (int i = 0; i < Form.get().randomCrashes(); i++) {
            shop.kill(PROCESSES.get(random.nextInt(PROCESSES.size())));
            Pause.ofMillis(random.nextInt(3000));
        }

        shop.awaitAll(PROCESSES);
        arrivals.stop();
        shop.judge();
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void equal_requests_are_one_order_while_processes_die(Seed seed) {
        Random random = seed.random();
        List<Purchase> equal =
                IntStream.range(0, Form.get().keys())
                        .mapToObj(_ -> Purchase.of(shop.key(seed), "SKU-00006"))
                        .flatMap(
                                purchase ->
                                        IntStream.range(0, EQUAL_REQUESTS).mapToObj(_ -> purchase))
                        .toList();
        List<Future<Reply>> replies = equal.stream().map(shop.buyers()::begin).toList();
        Pause.ofMillis(random.nextInt(300));

        for (String process : List.of("order", "payment", "inventory")) {
            shop.kill(process);
            Pause.ofMillis(random.nextInt(500));
        }

        shop.awaitAll(PROCESSES);
        shop.buyers().together(equal.stream().distinct().toList());
        replies.forEach(reply -> Buyers.answer(reply));
        shop.judge();
        equal.stream().distinct().forEach(this::assertOtherBodyIsRefused);
    }

    private void assertOtherBodyIsRefused(Purchase purchase) {
        Reply reply = shop.buyers().once(purchase.of(2));
        assertEquals("422 idempotency-key-reused", reply.status() + " " + reply.code());
    }
}
