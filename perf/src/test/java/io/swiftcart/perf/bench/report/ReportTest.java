package io.swiftcart.perf.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.perf.bench.report.Series.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir private Path folder;

    @Test
    void several_rounds_show_their_median_and_range() {
        String text = Summary.of(results(100, 300, 200), null);

        assertTrue(text.contains("200 (100–300)"), text);
    }

    @Test
    void a_bar_is_held_when_most_rounds_hold_it() {
        assertTrue(Summary.of(results(100, 300, 120), null).contains("≥ 110 ✓"));
        assertTrue(Summary.of(results(100, 300, 105), null).contains("≥ 110 missed"));
    }

    @Test
    void an_earlier_benchmark_is_compared_by_medians() {
        String text = Summary.of(results(150), results(100));

        assertTrue(text.contains("1.50 ×"), text);
    }

    @Test
    void results_are_read_as_they_were_written() {
        Path file = folder.resolve("results.json");
        Results results = results(1, 2.5);

        results.write(file);

        assertEquals(results, Results.read(file));
    }

    @Test
    void a_broken_invariant_makes_the_results_void() {
        assertTrue(with(List.of(measurement(Measurement.VOID, 1))).areVoid());
        assertTrue(with(List.of(measurement(Measurement.FAILED, 1))).areVoid());
        assertFalse(with(List.of(measurement(Measurement.NOT_RUN, 1))).areVoid());
    }

    @Test
    void the_page_holds_figures_and_charts_and_nothing_from_elsewhere() throws Exception {
        Path file = folder.resolve("report.html");

        HtmlReport.write(results(100, 200), null, file);

        String page = Files.readString(file);
        assertTrue(page.contains("<polyline points=\"60.0,"), page);
        assertTrue(page.contains("saturation"), page);
        assertFalse(page.contains("http"), page);
    }

    private static Results results(double... saturations) {
        return with(
                Arrays.stream(saturations)
                        .mapToObj(value -> measurement(Measurement.MEASURED, value))
                        .toList());
    }

    private static Measurement measurement(String state, double value) {
        return new Measurement(
                "B1",
                "Create order",
                "this",
                1,
                state,
                null,
                List.of(new Figure("saturation", value, "orders/s", "≥ 110", value >= 110)),
                List.of(),
                List.of(
                        new Series(
                                "goodput", "s", "1/s", List.of(new Point(0, 1), new Point(1, 2)))),
                List.of(),
                null);
    }

    private static Results with(List<Measurement> measurements) {
        return new Results(
                Results.FORMAT,
                "2026-01-01T00:00:00Z",
                "jvm",
                new Machine(2, "a model", 24_000, "6", "25", 0.1),
                List.of(new Subject("this", "abc")),
                measurements);
    }
}
