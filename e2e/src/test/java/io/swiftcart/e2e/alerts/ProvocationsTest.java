package io.swiftcart.e2e.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No alert ships that nobody has seen fire. */
class ProvocationsTest {

    @Test
    void every_alert_of_the_rules_is_provoked_once() {
        List<String> shipped = RuleFiles.alerts().stream().sorted().toList();

        List<String> provoked = Provocations.alerts().stream().sorted().toList();

        assertEquals(shipped, provoked);
    }
}
