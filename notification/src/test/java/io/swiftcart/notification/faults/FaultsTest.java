package io.swiftcart.notification.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults(true);

    @Test
    void outside_development_there_are_none() {
        assertFalse(new Faults(false).possible());
    }

    @Test
    void a_rate_strikes_its_part_of_the_facts() {
        faults.set("notification.fail", "0.25");

        long struck = Stream.generate(UUID::randomUUID).limit(10_000).filter(this::fails).count();

        assertTrue(struck > 2_200 && struck < 2_800, struck + " of 10000");
    }

    @Test
    void a_fact_is_struck_always_or_never() {
        faults.set("notification.fail", "0.5");
        UUID fact = UUID.randomUUID();
        boolean first = fails(fact);

        assertTrue(Stream.generate(() -> fails(fact)).limit(10).allMatch(next -> next == first));
    }

    @Test
    void all_are_off_in_the_end() {
        faults.set("notification.fail", "1");
        faults.set("notification.smtp-down", "true");

        faults.clear();

        assertFalse(fails(UUID.randomUUID()));
        assertEquals(
                Map.of("notification.fail", "0", "notification.smtp-down", "false"), faults.all());
    }

    private boolean fails(UUID fact) {
        return faults.beforeFact(fact)
                .map(_ -> false)
                .onFailure()
                .recoverWithItem(true)
                .await()
                .indefinitely();
    }
}
