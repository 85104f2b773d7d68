package io.swiftcart.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant is one that Kubernetes takes. */
class VariantsTest {

    static List<String> variants() {
        return Chart.variants();
    }

    @Test
    void the_chart_passes_the_linter() {
        LintResult lint = Chart.helm().lint().strict().call();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @Test
    void there_is_a_variant_for_each_environment_and_each_mode() {
        assertThat(Chart.variants()).contains("dev", "stage", "prod", "native", "jvm");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void kubernetes_knows_every_field(String variant) {
        List<String> findings =
                Chart.render(variant).stream()
                        .map(
                                each ->
                                        KubernetesModels.finding(each)
                                                .map(found -> each + ": " + found))
                        .flatMap(Optional::stream)
                        .toList();

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void no_two_objects_have_one_name(String variant) {
        assertThat(Chart.render(variant)).extracting(Manifest::toString).doesNotHaveDuplicates();
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found() {
        Manifest wrong =
                Chart.render("jvm").stream()
                        .filter(each -> each.kind().equals("Deployment"))
                        .findFirst()
                        .map(each -> new Manifest(each.document().deepCopy()))
                        .orElseThrow();
        ((com.fasterxml.jackson.databind.node.ObjectNode) wrong.podSpec().orElseThrow())
                .put("terminationGracePeriod", 1);

        assertThat(KubernetesModels.finding(wrong)).isPresent();
    }
}
