package io.swiftcart.platform.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.things.Parts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/**
 * The dead letters of this application go to a topic that does not exist, which ends its channel.
 */
@QuarkusTest
@TestProfile(EndedConsumerComponentTest.WithoutDeadLetters.class)
class EndedConsumerComponentTest {
    @Inject @Readiness ConsumersReady ready;

    /** Nothing is made up for the topic: the broker knows no such topic. */
    public static final class WithoutDeadLetters implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String channel = "%test.mp.messaging.incoming.things.";
            return Map.of(
                    channel + "group.id", "things-that-end",
                    channel + "auto.offset.reset", "latest",
                    channel + "dead-letter-queue.topic", "things.nowhere.dlq",
                    channel + "dead-letter-queue.max.block.ms", "1000");
        }
    }

    @Test
    void a_channel_that_cannot_go_on_makes_the_service_not_ready() {
        await().atMost(Duration.ofSeconds(30)).until(() -> ready.call().getStatus() == Status.UP);

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            Facts.publish(Parts.HAPPENED, "k", "{", Map.of());
                            return ready.call().getStatus() == Status.DOWN;
                        });

        assertTrue(
                ready.call().getData().orElseThrow().keySet().stream()
                        .anyMatch(name -> name.startsWith("things")));
    }
}
