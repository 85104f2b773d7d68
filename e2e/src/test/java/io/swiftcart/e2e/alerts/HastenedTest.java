package io.swiftcart.e2e.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HastenedTest {
    /** Any duration but those in milliseconds, which have been through. */
    private static final Pattern LEFT =
            Pattern.compile("(?:for: |interval: |\\[|offset )\\d+[smhdwy]\\b");

    @Test
    void durations_are_divided_and_thresholds_are_not() {
        String rule =
                """
                interval: 15s
                expr: 'rate(x_total{topic=~".+[.].+"}[5m]) > 60 or x offset 1h > 1'
                for: 1m
                """;

        assertEquals(
                """
                interval: %dms
                expr: 'rate(x_total{topic=~".+[.].+"}[%dms]) > 60 or x offset %dms > 1'
                for: %dms
                """
                        .formatted(
                                15_000 / Hastened.FACTOR,
                                300_000 / Hastened.FACTOR,
                                3_600_000 / Hastened.FACTOR,
                                60_000 / Hastened.FACTOR),
                Hastened.of(rule));
    }

    @Test
    void no_duration_of_what_ships_is_left_as_it_is() {
        String shipped =
                RuleFiles.configuration()
                        + RuleFiles.rules().values().stream().collect(Collectors.joining());

        assertFalse(LEFT.matcher(Hastened.of(shipped)).find());
    }
}
