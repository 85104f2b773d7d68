package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules and dashboards ask only for metrics that the services show: those of docs/metrics.md, which
 * a journey holds against a running shop, and those of the libraries in names.txt.
 */
class MetricNamesTest {

    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on) *\\([^)]*\\)");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGES = Pattern.compile("\\[[^\\]]*]|\\boffset +\\w+");
    private static final Pattern DOCUMENTED =
            Pattern.compile("`(swiftcart_[a-z_]+|[a-z_]+_seconds)`");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Set<String> OF_THE_LANGUAGE =
            Set.of(
                    "sum",
                    "max",
                    "min",
                    "count",
                    "rate",
                    "increase",
                    "topk",
                    "and",
                    "or",
                    "unless",
                    "histogram_quantile");

    static List<Path> dashboards() {
        return Checkout.files("ops/grafana/dashboards", ".json");
    }

    @Test
    void rules_ask_for_metrics_that_exist() {
        Set<String> asked =
                rules().flatMap(rule -> names(rule.path("expr").asText()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).isNotEmpty().isSubsetOf(known());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_dashboard_asks_for_metrics_that_exist(Path dashboard) {
        Set<String> asked =
                Checkout.stream(Checkout.yaml(dashboard).path("panels"))
                        .flatMap(panel -> Checkout.stream(panel.path("targets")))
                        .flatMap(target -> names(target.path("expr").asText()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).isNotEmpty().isSubsetOf(known());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_dashboard_brings_no_source_of_its_own(Path dashboard) {
        JsonNode board = Checkout.yaml(dashboard);

        assertThat(board.path("uid").asText()).startsWith("swiftcart-");
        assertThat(Checkout.stream(board.path("panels")))
                .allSatisfy(
                        panel ->
                                assertThat(panel.at("/datasource/uid").asText())
                                        .isEqualTo("${datasource}"));
    }

    @Test
    void every_metric_of_our_own_is_listed() {
        assertThat(known())
                .contains(
                        "swiftcart_invariant_violations",
                        "swiftcart_outbox_lag_seconds",
                        "swiftcart_outbox_rows");
    }

    private static Set<String> known() {
        Set<String> all = new TreeSet<>(OF_PROMETHEUS);
        Checkout.text(Checkout.file("ops/metrics/names.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t")[0])
                .forEach(all::add);
        DOCUMENTED
                .matcher(Checkout.text(Checkout.file("docs/metrics.md")))
                .results()
                .forEach(
                        row ->
                                Stream.of("", "_bucket", "_count", "_sum", "_max")
                                        .forEach(end -> all.add(row.group(1) + end)));
        rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .forEach(all::add);
        return all;
    }

    private static Stream<JsonNode> rules() {
        return Checkout.files("ops/prometheus/rules", ".yaml").stream()
                .flatMap(file -> Checkout.stream(Checkout.yaml(file).path("groups")))
                .flatMap(group -> Checkout.stream(group.path("rules")));
    }

    /** What is left of an expression when all that names no metric is taken away. */
    private static Stream<String> names(String expression) {
        String left = expression;
        for (Pattern other : List.of(QUOTED, LABELS, GROUPING, RANGES)) {
            left = other.matcher(left).replaceAll(" ");
        }
        return WORD.matcher(left)
                .results()
                .map(found -> found.group())
                .filter(word -> !OF_THE_LANGUAGE.contains(word));
    }
}
