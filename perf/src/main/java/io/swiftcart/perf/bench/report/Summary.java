package io.swiftcart.perf.bench.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as lines of text. */
public final class Summary {

    private Summary() {}

    /** {@code before}: an earlier benchmark to compare with. */
    public static String of(Results results, @Nullable Results before) {
        StringBuilder text = new StringBuilder();
        HtmlReport.byScenario(results)
                .forEach(
                        (id, measurements) -> {
                            text.append("\n%s %s%n".formatted(id, measurements.getFirst().title()));
                            results.subjects()
                                    .forEach(subject -> add(text, subject, measurements, before));
                        });
        return text.toString();
    }

    private static void add(
            StringBuilder text,
            Subject subject,
            List<Measurement> measurements,
            @Nullable Results before) {
        List<Measurement> own =
                measurements.stream().filter(m -> m.subject().equals(subject.name())).toList();
        own.stream()
                .filter(one -> one.why() != null)
                .forEach(one -> text.append("  %s: %s%n".formatted(one.state(), one.why())));
        Map<String, Double> earlier =
                before == null || own.isEmpty()
                        ? Map.of()
                        : Comparison.medians(before, own.getFirst().id(), "this");
        for (Lines.Line line : Lines.of(own)) {
            String bar =
                    line.bar() == null
                            ? ""
                            : line.bar() + (Boolean.TRUE.equals(line.held()) ? " ✓" : " missed");
            text.append(
                    "  %-8s %-44s %18s %-9s %-14s %s%n"
                            .formatted(
                                    subject.name(),
                                    line.name(),
                                    line.range().text(),
                                    line.unit(),
                                    bar,
                                    Comparison.ratio(line, earlier)));
        }
    }
}
