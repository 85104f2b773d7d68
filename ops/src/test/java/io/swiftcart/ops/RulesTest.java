package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts: right, tested, and each with something to do about it. */
class RulesTest {

    private static final String RUNBOOKS =
            "https://github.com/swiftcart/swiftcart/blob/main/docs/runbooks/";

    static List<Path> rules() {
        return Checkout.files("ops/prometheus/rules", ".yaml");
    }

    static List<Path> tests() {
        return Checkout.files("ops/prometheus/tests", ".yaml");
    }

    @Test
    void prometheus_understands_the_rules() {
        List<String> arguments = new ArrayList<>(List.of("check", "rules"));
        rules().forEach(each -> arguments.add(each.toString()));

        Tool.PROMTOOL.passes(Checkout.ROOT, arguments);
    }

    @Test
    void prometheus_understands_its_configuration() {
        Tool.PROMTOOL.passes(
                Checkout.ROOT, List.of("check", "config", "ops/prometheus/prometheus.yml"));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void alerts_fire_when_they_should_and_are_quiet_otherwise(Path test) {
        Tool.PROMTOOL.passes(
                test.getParent(), List.of("test", "rules", test.getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_alert_is_tested_both_ways(Path file) {
        String tests = Checkout.text(Checkout.file("ops/prometheus/tests/" + file.getFileName()));

        assertThat(alerts(file))
                .allSatisfy(
                        alert ->
                                assertThat(tests)
                                        .contains(
                                                "name: " + name(alert) + " fires",
                                                "name: " + name(alert) + " is quiet"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_alert_leads_to_its_runbook(Path file) {
        assertThat(alerts(file))
                .allSatisfy(
                        alert -> {
                            String page = page(name(alert));
                            assertThat(alert.at("/annotations/runbook_url").asText())
                                    .isEqualTo(RUNBOOKS + page);
                            assertThat(Checkout.file("docs/runbooks/" + page)).exists();
                            assertThat(alert.at("/labels/severity").asText())
                                    .isIn("critical", "warning");
                        });
    }

    @Test
    void every_runbook_is_listed() {
        String list = Checkout.text(Checkout.file("docs/runbooks/README.md"));

        assertThat(Checkout.files("docs/runbooks", ".md"))
                .map(each -> each.getFileName().toString())
                .filteredOn(each -> !each.equals("README.md"))
                .allSatisfy(each -> assertThat(list).contains("(" + each + ")"));
    }

    @Test
    void every_link_between_runbooks_leads_somewhere() {
        assertThat(Checkout.files("docs/runbooks", ".md"))
                .allSatisfy(
                        page ->
                                assertThat(links(Checkout.text(page)))
                                        .allSatisfy(
                                                link ->
                                                        assertThat(
                                                                        Files.exists(
                                                                                page.resolveSibling(
                                                                                        link)))
                                                                .as(link)
                                                                .isTrue()));
    }

    private static Stream<String> links(String text) {
        return java.util.regex.Pattern.compile("\\]\\(([^):#]+\\.md)")
                .matcher(text)
                .results()
                .map(found -> found.group(1));
    }

    private static List<JsonNode> alerts(Path file) {
        return Checkout.stream(Checkout.yaml(file).path("groups"))
                .flatMap(group -> Checkout.stream(group.path("rules")))
                .filter(rule -> rule.has("alert"))
                .toList();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }

    private static String page(String alert) {
        return alert.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".md";
    }
}
