package io.swiftcart.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every variant, whatever is switched on. */
class MustHoldTest {

    private static final List<String> SECRET =
            List.of("PASSWORD", "_SECRET", "API_KEY", "_KEYS_", "_INDEX_KEY", "JAAS", "PRIVATE");

    static List<String> variants() {
        return Chart.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void every_container_has_requests_and_limits(String variant) {
        assertThat(containers(variant))
                .allSatisfy(
                        container ->
                                assertThat(
                                                Stream.of("requests", "limits")
                                                        .flatMap(
                                                                kind ->
                                                                        Stream.of("cpu", "memory")
                                                                                .map(
                                                                                        what ->
                                                                                                container
                                                                                                        .at(
                                                                                                                "/resources/"
                                                                                                                        + kind
                                                                                                                        + "/"
                                                                                                                        + what))))
                                        .noneMatch(JsonNode::isMissingNode));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void every_pod_keeps_to_the_restricted_standard(String variant) {
        assertThat(Chart.render(variant).stream().flatMap(each -> each.podSpec().stream()))
                .isNotEmpty()
                .allSatisfy(
                        pod -> {
                            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                                    .isTrue();
                            assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
                            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                                    .isFalse();
                            assertThat(pod.toString())
                                    .doesNotContain(
                                            "hostPath", "hostNetwork", "hostPID", "hostPort");
                        });
        assertThat(containers(variant))
                .allSatisfy(
                        container -> {
                            JsonNode context = container.path("securityContext");
                            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                                    .isFalse();
                            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                            assertThat(context.at("/capabilities/drop/0").asText())
                                    .isEqualTo("ALL");
                        });
    }

    @ParameterizedTest
    @MethodSource("variants")
    void every_service_is_probed_on_its_management_port(String variant) {
        assertThat(services(variant).flatMap(Manifest::containers))
                .isNotEmpty()
                .allSatisfy(
                        container ->
                                assertThat(
                                                Stream.of("startup", "liveness", "readiness")
                                                        .map(
                                                                kind ->
                                                                        container.at(
                                                                                "/"
                                                                                        + kind
                                                                                        + "Probe/httpGet/port")))
                                        .allMatch(port -> port.asText().equals("management")));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void nothing_secret_stands_in_a_config_map_or_in_a_plain_variable(String variant) {
        Stream<String> inMaps =
                Chart.render(variant).stream()
                        .filter(each -> each.kind().equals("ConfigMap"))
                        .flatMap(each -> names(each.at("/data")));
        Stream<String> plain =
                containers(variant)
                        .flatMap(container -> Manifest.stream(container.path("env")))
                        .filter(variable -> variable.has("value"))
                        .map(variable -> variable.path("name").asText());

        assertThat(Stream.concat(inMaps, plain))
                .noneMatch(name -> SECRET.stream().anyMatch(name::contains));
        assertThat(Chart.render(variant)).noneMatch(each -> each.kind().equals("Secret"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void kubernetes_waits_longer_than_a_drain_may_take(String variant) {
        assertThat(services(variant))
                .allSatisfy(
                        service -> {
                            JsonNode settings = settings(variant, service.name());
                            int drain =
                                    seconds(settings, "QUARKUS_SHUTDOWN_DELAY")
                                            + seconds(settings, "QUARKUS_SHUTDOWN_TIMEOUT");
                            assertThat(drain).isPositive();
                            assertThat(
                                            service.at(
                                                            "/spec/template/spec/terminationGracePeriodSeconds")
                                                    .asInt())
                                    .isGreaterThan(drain);
                        });
    }

    @ParameterizedTest
    @MethodSource("variants")
    void an_update_takes_no_replica_away_before_its_successor_is_ready(String variant) {
        assertThat(Chart.render(variant).stream().filter(each -> each.kind().equals("Deployment")))
                .allSatisfy(
                        each ->
                                assertThat(
                                                each.at(
                                                                "/spec/strategy/rollingUpdate/maxUnavailable")
                                                        .asInt(1))
                                        .isZero());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void faults_can_be_switched_on_in_development_only(String variant) {
        boolean development =
                Chart.render(variant).stream()
                        .anyMatch(
                                each ->
                                        each.document()
                                                .toString()
                                                .contains("SWIFTCART_DEVELOPMENT"));

        assertThat(development).isEqualTo(variant.equals("dev"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void no_image_is_the_latest_of_its_name(String variant) {
        assertThat(containers(variant).map(container -> container.path("image").asText()))
                .allMatch(image -> image.matches(".+(:[^/:]+|@sha256:[0-9a-f]{64})"))
                .noneMatch(image -> image.endsWith(":latest"));
    }

    @Test
    void native_images_have_a_name_of_their_own_and_less_memory() {
        assertThat(services("native").flatMap(Manifest::containers))
                .allSatisfy(
                        container -> {
                            assertThat(container.path("image").asText()).endsWith("-native");
                            assertThat(container.at("/resources/limits/memory").asText())
                                    .isEqualTo("256Mi");
                        });
    }

    @Test
    void a_key_that_is_being_replaced_is_still_there_to_decrypt() {
        assertThat(services("prod").filter(each -> each.name().equals("shop-order")))
                .flatExtracting(each -> each.containers().toList())
                .flatExtracting(
                        container ->
                                Manifest.stream(container.path("env"))
                                        .map(variable -> variable.path("name").asText())
                                        .toList())
                .contains("SWIFTCART_ENCRYPTION_KEYS_K1", "SWIFTCART_ENCRYPTION_KEYS_K2");
        assertThat(settings("prod", "shop-order").path("SWIFTCART_ENCRYPTION_CURRENT").asText())
                .isEqualTo("k2");
    }

    private static Stream<Manifest> services(String variant) {
        return Chart.render(variant).stream().filter(Manifest::isService);
    }

    private static Stream<JsonNode> containers(String variant) {
        return Chart.render(variant).stream().flatMap(Manifest::containers);
    }

    private static JsonNode settings(String variant, String name) {
        return Chart.render(variant).stream()
                .filter(each -> each.toString().equals("ConfigMap " + name))
                .findFirst()
                .orElseThrow()
                .at("/data");
    }

    private static int seconds(JsonNode settings, String name) {
        return Integer.parseInt(settings.path(name).asText().replace("S", ""));
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(each -> each.getKey());
    }
}
