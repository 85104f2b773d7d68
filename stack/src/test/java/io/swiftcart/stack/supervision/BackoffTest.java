package io.swiftcart.stack.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void pauses_double_up_to_ten_seconds() {
        assertEquals(Duration.ofMillis(200), backoff.after(Duration.ZERO));
        assertEquals(Duration.ofMillis(400), backoff.after(Duration.ZERO));
        for (int i = 0; i < 10; i++) {
            backoff.after(Duration.ZERO);
        }
        assertEquals(Duration.ofSeconds(10), backoff.after(Duration.ZERO));
    }

    @Test
    void a_process_that_lived_half_a_minute_is_started_again_at_once() {
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);

        assertEquals(Duration.ofMillis(800), backoff.after(Duration.ofMillis(29_999)));
        assertEquals(Duration.ofMillis(200), backoff.after(Duration.ofSeconds(30)));
    }
}
