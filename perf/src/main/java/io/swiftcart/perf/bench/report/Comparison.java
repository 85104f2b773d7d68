package io.swiftcart.perf.bench.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One benchmark held against another, figure by figure. */
final class Comparison {

    private Comparison() {}

    /** The medians of a scenario, by name of the figure. */
    static Map<String, Double> medians(Results results, String scenario, String subject) {
        List<Measurement> rounds =
                results.measurements().stream()
                        .filter(one -> one.id().equals(scenario))
                        .filter(one -> one.subject().equals(subject))
                        .filter(one -> one.state().equals(Measurement.MEASURED))
                        .toList();
        return Lines.of(rounds).stream()
                .collect(Collectors.toMap(Lines.Line::name, line -> line.range().median()));
    }

    /** What has become of it, as a multiple of the earlier median; empty when there was none. */
    static String ratio(Lines.Line line, Map<String, Double> earlier) {
        Double before = earlier.get(line.name());
        return before == null || before == 0
                ? ""
                : Range.plain(line.range().median() / before) + " ×";
    }
}
