package io.swiftcart.platform.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.invariants.Finding;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxLagComponentTest {
    @Inject Relayed relayed;
    @Inject OutboxGauges gauges;
    @Inject OutboxDrains drains;
    @Inject MeterRegistry meters;
    @Inject Sql sql;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void empty() {
        sql.rows("delete from outbox where aggregateid = $1", key);
    }

    @Test
    void what_waits_shows_in_number_and_age() {
        relayed.add(Relayed.fact("things.nowhere.v1", key, Happened.to("a")));
        relayed.add(Relayed.fact("things.nowhere.v1", key, Happened.to("b")));
        age(30);

        gauges.measure().await().indefinitely();

        assertEquals(2, gauge("swiftcart.outbox.rows"));
        double lag = gauge("swiftcart.outbox.lag.seconds");
        assertTrue(lag >= 30 && lag < 60, "lag " + lag);
        assertTrue(found().holds());

        age(90);
        assertEquals(2, found().figure());
        assertTrue(found().violations().getFirst().startsWith("2 facts wait in the outbox"));

        empty();
        await().untilAsserted(
                        () -> {
                            gauges.measure().await().indefinitely();
                            assertEquals(0, gauge("swiftcart.outbox.rows"));
                            assertEquals(0, gauge("swiftcart.outbox.lag.seconds"));
                            assertTrue(found().holds());
                        });
    }

    private void age(int seconds) {
        sql.rows(
                "update outbox set created_at = now() - make_interval(secs => $1) where aggregateid = $2",
                (double) seconds,
                key);
    }

    private Finding found() {
        return drains.check().await().indefinitely();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
