package io.swiftcart.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.swiftcart.platform.outbox.FactPublisher.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestingKeysTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Turning clock = new Turning();
    private final RestingKeys resting = new RestingKeys(clock, meters);

    @Test
    void a_key_rests_longer_after_each_failure_but_never_over_30_seconds() {
        for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            fail("a");

            clock.turn(Duration.ofSeconds(pause).minusMillis(1));
            assertEquals(List.of("a"), resting.keys());
            clock.turn(Duration.ofMillis(1));
            assertEquals(List.of(), resting.keys());
        }
    }

    @Test
    void a_key_that_went_through_begins_afresh() {
        fail("a");
        fail("a");
        resting.note(new Published(List.of(), List.of("a"), List.of()));
        assertEquals(List.of(), resting.keys());

        fail("a");

        clock.turn(Duration.ofSeconds(1));
        assertEquals(List.of(), resting.keys());
    }

    @Test
    void the_metric_counts_the_keys_that_are_behind() {
        fail("a");
        fail("b");
        assertEquals(2, meters.get("swiftcart.outbox.blocked.keys").gauge().value());

        resting.clear();

        assertEquals(0, meters.get("swiftcart.outbox.blocked.keys").gauge().value());
    }

    private void fail(String key) {
        resting.note(new Published(List.of(), List.of(), List.of(key)));
    }

    private static final class Turning extends Clock {
        private Instant now = Instant.EPOCH;

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
