package io.swiftcart.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    private final Quota demo = new Quota("user", 1_000, 2_000);

    @Test
    void a_policy_tells_how_many_in_the_seconds_in_which_the_bucket_fills() {
        assertEquals("\"user\";q=2000;w=2", demo.policy());
        assertEquals("\"slow\";q=5;w=100", new Quota("slow", 0.05, 5).policy());
    }

    @ParameterizedTest
    @CsvSource({"2000, 0", "1999, 1", "1000, 1", "999, 2", "0, 2"})
    void the_state_tells_what_is_left_and_when_all_of_it_is_back(long remaining, long seconds) {
        assertEquals("\"user\";r=" + remaining + ";t=" + seconds, demo.state(remaining));
    }

    @ParameterizedTest
    @CsvSource({"2000, 50", "40, 1", "79, 1", "80, 2", "1, 1", "1000000, 64"})
    void a_lease_is_a_fortieth_of_the_bucket(long burst, long lease) {
        assertEquals(lease, new Quota("any", 1, burst).lease());
    }

    @Test
    void a_lease_lives_as_long_as_the_bucket_needs_to_fill_it_again() {
        assertEquals(Duration.ofMillis(50).toNanos(), demo.leaseNanos());
    }

    @Test
    void the_next_token_is_worth_waiting_for() {
        assertEquals(Duration.ofSeconds(20), new Quota("slow", 0.05, 5).untilOne(0));
        assertEquals(Duration.ofSeconds(10), new Quota("slow", 0.05, 5).untilOne(0.5));
        assertEquals(Duration.ZERO, demo.untilOne(1));
    }

    @Test
    void a_quota_that_lets_nobody_in_is_a_mistake_of_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new Quota("none", 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Quota("none", 10, 0));
        assertThrows(IllegalArgumentException.class, () -> new Quota("none", Double.NaN, 10));
    }
}
