package io.swiftcart.platform.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterGaugesComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject DeadLetters letters;
    @Inject DeadLetterGauges gauges;
    @Inject MeterRegistry meters;
    @Inject Sql sql;

    private final String topic = "things." + UUID.randomUUID() + ".v1";

    @Test
    void letters_count_until_they_are_replayed_and_their_topic_stays_in_sight() {
        letters.keep(letter(1)).await().atMost(SOON);
        letters.keep(letter(2)).await().atMost(SOON);
        assertEquals(2, measured());

        sql.rows("update dead_letter set replayed_at = now() where topic = $1", topic);

        assertEquals(0, measured());
        sql.rows("delete from dead_letter where topic = $1", topic);
    }

    private double measured() {
        gauges.measure().await().atMost(SOON);
        return meters.get("swiftcart.dead.letters").tag("topic", topic).gauge().value();
    }

    private DeadLetter letter(long offset) {
        return new DeadLetter(
                UUID.randomUUID(),
                topic,
                topic,
                0,
                offset,
                null,
                "platform",
                "refused",
                "0123456789abcdef",
                List.of(),
                null,
                1,
                Instant.now(),
                null,
                "correlation");
    }
}
