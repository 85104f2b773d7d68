package io.swiftcart.perf.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one scenario over all rounds, for one build. */
final class Lines {

    private Lines() {}

    /**
     * One figure over all rounds.
     *
     * @param held whether the median stands up to its bar; null without a bar
     */
    record Line(
            String name, String unit, Range range, @Nullable String bar, @Nullable Boolean held) {}

    static List<Line> of(List<Measurement> rounds) {
        Map<String, List<Figure>> byName = new LinkedHashMap<>();
        rounds.forEach(
                round ->
                        round.figures()
                                .forEach(
                                        figure ->
                                                byName.computeIfAbsent(
                                                                figure.name(),
                                                                _ -> new ArrayList<>())
                                                        .add(figure)));
        return byName.values().stream().map(Lines::line).toList();
    }

    private static Line line(List<Figure> figures) {
        Figure first = figures.getFirst();
        long held = figures.stream().filter(each -> Boolean.TRUE.equals(each.held())).count();
        return new Line(
                first.name(),
                first.unit(),
                Range.of(figures.stream().map(Figure::value).toList()),
                first.bar(),
                first.bar() == null ? null : held * 2 > figures.size());
    }
}
