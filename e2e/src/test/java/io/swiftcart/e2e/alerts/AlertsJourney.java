package io.swiftcart.e2e.alerts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.swiftcart.e2e.SharedShop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert fires when that happens which it is for, and ends with it. */
@Tag("chaos")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.Stopped.class)
class AlertsJourney {
    /** The longest condition over the longest window that matters, and what takes its own time. */
    private static final Duration LONGEST =
            Duration.ofHours(1).dividedBy(Hastened.FACTOR).plusMinutes(3);

    private AlertShop shop;
    private Prometheus prometheus;

    @BeforeAll
    void a_shop_is_looked_at() {
        assumeTrue(
                Prometheus.isThere(),
                "There is no prometheus on this machine (Debian: apt-get install prometheus)");
        shop = new AlertShop();
        prometheus =
                new Prometheus(
                        shop.data().resolve("prometheus"), shop.shop().run().path("services"));
    }

    @AfterAll
    void nobody_looks_any_more() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.alerts.Provocations#wanted")
    void an_alert_fires_with_its_trouble_and_ends_with_it(Provocation provocation)
            throws Exception {
        String alert = provocation.alert();
        if (provocation.ends()) {
            await(alert + " before its trouble")
                    .atMost(LONGEST)
                    .until(() -> !prometheus.fires(alert));
        }

        Instant begun = Instant.now();
        Ending trouble = provocation.trouble().begin(shop);
        try {
            await(alert).atMost(LONGEST).until(() -> prometheus.fires(alert));
        } finally {
            trouble.end();
        }
        tell(alert, "fires", begun);

        Instant ended = Instant.now();
        if (provocation.ends()) {
            await(alert + " after its trouble")
                    .atMost(LONGEST)
                    .until(() -> !prometheus.fires(alert));
            tell(alert, "has ended", ended);
        }
    }

    private static void tell(String alert, String what, Instant since) {
        System.out.printf(
                "%s %s after %d s%n",
                alert, what, Duration.between(since, Instant.now()).toSeconds());
    }
}
