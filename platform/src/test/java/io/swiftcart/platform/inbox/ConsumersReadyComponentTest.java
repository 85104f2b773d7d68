package io.swiftcart.platform.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import io.swiftcart.things.ThingsListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsumersReadyComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject @Readiness ConsumersReady ready;
    @Inject ThingsListener listener;
    @Inject MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_listener_that_hangs_makes_the_service_not_ready_until_it_goes_on() {
        awaitStatus(Status.UP);

        say("hang-" + key);

        awaitStatus(Status.DOWN);
        assertTrue(
                ready.call().getData().orElseThrow().keySet().stream()
                        .anyMatch(name -> name.startsWith("things: " + Parts.HAPPENED)));
        listener.letGo();
        awaitStatus(Status.UP);
    }

    @Test
    void what_a_listener_that_hangs_has_still_to_work_off_is_shown() {
        awaitLag(0);

        say("hang-" + key);
        say("after-" + key);

        awaitLag(2);
        listener.letGo();
        awaitLag(0);
    }

    private void say(String name) {
        Facts.publish(Parts.HAPPENED, key, Happened.to(name).json(), Map.of());
    }

    private void awaitLag(double facts) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                meters
                                        .find("swiftcart.consumer.lag")
                                        .tag("topic", Parts.HAPPENED)
                                        .gauges()
                                        .stream()
                                        .anyMatch(gauge -> gauge.value() == facts));
    }

    private void awaitStatus(Status status) {
        await().atMost(PATIENCE).until(() -> ready.call().getStatus() == status);
    }
}
