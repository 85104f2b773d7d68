package io.swiftcart.perf.bench.report;

import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.measure.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page for people: one file, with nothing from elsewhere. */
public final class HtmlReport {
    private static final String HEAD =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>SwiftCart benchmark</title>
            <meta name="viewport" content="width=device-width"><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}
            table{border-collapse:collapse;margin:.5rem 0 1rem;font-variant-numeric:tabular-nums}
            th,td{padding:.15rem .8rem .15rem 0;text-align:left;border-bottom:1px solid #ddd}
            td.n,th.n{text-align:right}.yes{color:#176b2c}.no,.void{color:#a3200d;font-weight:600}
            figure{display:inline-block;margin:0 1rem 1rem 0;width:32rem;max-width:100%}
            figcaption,small{color:#555}.axis{fill:none;stroke:#888}
            polyline{fill:none;stroke:#1d5fa8;stroke-width:2}text{font-size:11px;fill:#555}
            </style>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private HtmlReport() {}

    /** Writes the page; {@code before}: an earlier benchmark to compare with. */
    public static void write(Results results, @Nullable Results before, Path file) {
        HtmlReport report = new HtmlReport();
        report.head(results);
        byScenario(results)
                .forEach((_, measurements) -> report.scenario(results, before, measurements));
        try {
            Files.writeString(file, report.page.append("</html>\n"));
        } catch (IOException e) {
            throw new BenchFailure("The file " + file + " cannot be written.", e);
        }
    }

    static Map<String, List<Measurement>> byScenario(Results results) {
        return results.measurements().stream()
                .collect(
                        Collectors.groupingBy(
                                Measurement::id, LinkedHashMap::new, Collectors.toList()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void head(Results results) {
        Machine machine = results.machine();
        line("<h1>SwiftCart benchmark</h1>");
        line(
                "<p>%s, %s. %d processors (%s), %,d MiB, Linux %s, Java %s; load %.1f before the start.</p>"
                        .formatted(
                                escaped(results.startedAt()),
                                escaped(results.form()),
                                machine.processors(),
                                escaped(machine.model()),
                                machine.memoryMebibytes(),
                                escaped(machine.kernel()),
                                escaped(machine.java()),
                                machine.load()));
        if (machine.load() > machine.processors() / 2.0) {
            line(
                    "<p class=\"void\">The machine was busy with other things: compare figures within this page only.</p>");
        }
        results.subjects()
                .forEach(
                        subject ->
                                line(
                                        "<p>%s: commit %s</p>"
                                                .formatted(
                                                        subject.name(),
                                                        escaped(subject.commit()))));
    }

    private void scenario(
            Results results, @Nullable Results before, List<Measurement> measurements) {
        Measurement first = measurements.getFirst();
        line("<h2>%s %s</h2>".formatted(first.id(), escaped(first.title())));
        measurements.stream()
                .filter(one -> one.why() != null)
                .forEach(
                        one ->
                                line(
                                        "<p class=\"void\">%s, round %d, %s: %s</p>"
                                                .formatted(
                                                        one.subject(),
                                                        one.round(),
                                                        one.state(),
                                                        escaped(String.valueOf(one.why())))));
        for (Subject subject : results.subjects()) {
            List<Measurement> own =
                    measurements.stream()
                            .filter(one -> one.subject().equals(subject.name()))
                            .toList();
            figures(subject.name(), own, before);
            own.stream().skip(Math.max(0, own.size() - 1)).forEach(this::details);
        }
    }

    private void figures(String subject, List<Measurement> own, @Nullable Results before) {
        List<Lines.Line> lines = Lines.of(own);
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Double> earlier =
                before == null ? Map.of() : Comparison.medians(before, own.getFirst().id(), "this");
        line(
                "<table><tr><th>%s<th class=\"n\">median (range)<th>unit<th>bar<th>%s</tr>"
                        .formatted(subject, before == null ? "" : "to before"));
        for (Lines.Line each : lines) {
            String held =
                    each.held() == null
                            ? ""
                            : each.held()
                                    ? "<span class=yes>✓</span>"
                                    : "<span class=no>missed</span>";
            line(
                    "<tr><td>%s<td class=\"n\">%s<td>%s<td>%s %s<td>%s</tr>"
                            .formatted(
                                    escaped(each.name()),
                                    each.range().text(),
                                    escaped(each.unit()),
                                    escaped(each.bar() == null ? "" : each.bar()),
                                    held,
                                    Comparison.ratio(each, earlier)));
        }
        line("</table>");
    }

    private void details(Measurement last) {
        last.series().forEach(series -> page.append(Chart.of(series)));
        last.costs().forEach(this::cost);
        last.notes().forEach(note -> line("<p><small>" + escaped(note) + "</small></p>"));
    }

    private void cost(Cost cost) {
        line(
                "<table><tr><th>%s: %,d in %.0f s<th class=\"n\">CPU ms each<th class=\"n\">CPU s<th class=\"n\">memory MiB<th class=\"n\">GC ms</tr>"
                        .formatted(escaped(cost.work()), cost.orders(), cost.seconds()));
        cost.processes()
                .forEach(
                        (name, process) ->
                                line(
                                        "<tr><td>%s<td class=\"n\">%.3f<td class=\"n\">%.1f<td class=\"n\">%.0f<td class=\"n\">%.0f</tr>"
                                                .formatted(
                                                        escaped(name),
                                                        process.cpuMillisPerOrder(),
                                                        process.cpuMillis() / 1000,
                                                        process.memoryPeakBytes() / 1048576.0,
                                                        process.gcMillis())));
        line("</table>");
        line(
                "<p>PostgreSQL for each: %.0f bytes of log, %.2f flushes, %.2f commits. Processors: %.0f %% user, %.0f %% system, %.1f %% steal, %.0f %% idle. The load generator took %.1f s of them.</p>"
                        .formatted(
                                cost.postgres().walBytesPerOrder(),
                                cost.postgres().walFlushesPerOrder(),
                                cost.postgres().commitsPerOrder(),
                                cost.machine().user(),
                                cost.machine().system(),
                                cost.machine().steal(),
                                cost.machine().idle(),
                                cost.generatorCpuMillis() / 1000));
    }

    private void line(String html) {
        page.append(html).append('\n');
    }
}
