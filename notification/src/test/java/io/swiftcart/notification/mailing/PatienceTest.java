package io.swiftcart.notification.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.notification.deliveries.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    private static final Instant NOTED = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "8, 256", "9, 300", "10, 300", "400, 300"})
    void pauses_double_up_to_five_minutes(int attempts, long seconds) {
        assertEquals(NOTED.plusSeconds(seconds), Patience.next(tried(attempts), NOTED));
    }

    @Test
    void a_mail_is_tried_for_24_hours() {
        Instant end = NOTED.plus(Duration.ofHours(24));

        assertFalse(Patience.isOver(tried(9), end.minusMillis(1)));
        assertTrue(Patience.isOver(tried(9), end));
        assertTrue(Patience.isOver(tried(9), end.plusMillis(1)));
    }

    private static Delivery tried(int attempts) {
        return new Delivery(
                UUID.randomUUID(), Kind.CONFIRMED, new JsonObject(), attempts, NOTED, "corr", null);
    }
}
