package io.swiftcart.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.services.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart knows the services as they are: their stores, topics, neighbours. */
class MapTest {

    static List<String> variants() {
        return Chart.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void every_service_of_the_map_is_there(String variant) {
        Set<String> running =
                Chart.render(variant).stream()
                        .filter(Manifest::isService)
                        .map(each -> each.name().replace(Chart.RELEASE + "-", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(running)
                .isEqualTo(
                        Stream.of(Service.values())
                                .map(Service::id)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_has_the_database_it_owns(Service service) {
        assertThat(values(service).path("database").asText())
                .isEqualTo(service.database().orElse(""));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_scales_by_the_topics_that_its_group_reads(Service service) throws IOException {
        Properties settings = settings(service);
        Set<String> read = new TreeSet<>();
        for (String name : settings.stringPropertyNames()) {
            if (name.endsWith(".group.id") && settings.getProperty(name).equals(service.id())) {
                String topics = settings.getProperty(name.replace(".group.id", ".topics"));
                Stream.of(topics.split(","))
                        .filter(topic -> !topic.endsWith(".replay"))
                        .forEach(read::add);
            }
        }

        assertThat(texts(values(service).at("/kafka/topics")))
                .containsExactlyInAnyOrderElementsOf(read);
        if (!read.isEmpty()) {
            assertThat(values(service).at("/kafka/group").asText()).isEqualTo(service.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_may_call_those_whose_addresses_it_reads(Service service) throws IOException {
        if (service == Service.GATEWAY) {
            assertThat(texts(values(service).path("calls")))
                    .containsExactlyInAnyOrderElementsOf(
                            Service.behindGateway().stream().map(Service::id).toList());
            return;
        }
        Properties settings = settings(service);
        Set<String> called =
                settings.stringPropertyNames().stream()
                        .map(settings::getProperty)
                        .filter(value -> value.matches("\\$\\{swiftcart\\.[a-z]+\\.addresses}"))
                        .map(value -> value.split("\\.")[1])
                        .collect(Collectors.toSet());

        assertThat(texts(values(service).path("calls")))
                .containsExactlyInAnyOrderElementsOf(called);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void who_calls_has_an_edge_and_nobody_else(Service service) {
        Manifest policy =
                Chart.render("prod").stream()
                        .filter(
                                each ->
                                        each.toString()
                                                .equals("NetworkPolicy shop-" + service.id()))
                        .findFirst()
                        .orElseThrow();
        Set<String> callers =
                Stream.of(Service.values())
                        .filter(other -> texts(values(other).path("calls")).contains(service.id()))
                        .map(Service::id)
                        .collect(Collectors.toSet());
        Set<String> allowed =
                Manifest.stream(policy.at("/spec/ingress"))
                        .flatMap(rule -> Manifest.stream(rule.path("from")))
                        .map(
                                from ->
                                        from.at("/podSelector/matchLabels")
                                                .path("app.kubernetes.io/name"))
                        .filter(name -> !name.isMissingNode())
                        .map(JsonNode::asText)
                        .filter(name -> !name.equals("test"))
                        .collect(Collectors.toSet());

        assertThat(allowed).isEqualTo(callers);
    }

    @Test
    void services_let_readiness_go_before_they_stop() {
        assertThat(
                        Chart.ROOT.resolve(
                                "platform/src/main/resources/META-INF/microprofile-config.properties"))
                .content()
                .contains("quarkus.shutdown.delay-enabled=true");
    }

    @Test
    void everything_is_denied_first() {
        assertThat(Chart.render("prod"))
                .filteredOn(each -> each.toString().equals("NetworkPolicy shop-deny"))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(texts(each.at("/spec/policyTypes")))
                                    .containsExactly("Ingress", "Egress");
                            assertThat(each.at("/spec").has("ingress")).isFalse();
                            assertThat(each.at("/spec").has("egress")).isFalse();
                        });
    }

    @Test
    void the_topics_are_those_of_the_contracts() {
        assertThat(Chart.yaml(Chart.HOME.resolve("files/topics.json")))
                .as("cp contracts/events/topics.json helm/swiftcart/files/")
                .isEqualTo(Chart.yaml(Chart.ROOT.resolve("contracts/events/topics.json")));
    }

    @Test
    void every_topic_is_made_with_its_dead_letters_and_replays() {
        String script =
                Chart.render("prod").stream()
                        .filter(each -> each.toString().equals("Job shop-topics"))
                        .findFirst()
                        .orElseThrow()
                        .at("/spec/template/spec/containers/0/args/0")
                        .asText();

        for (JsonNode topic : Chart.yaml(Chart.ROOT.resolve("contracts/events/topics.json"))) {
            String name = topic.path("name").asText();
            assertThat(script)
                    .contains("create " + name + " ")
                    .contains("create " + name + ".dlq ")
                    .contains("create " + name + ".replay ");
        }
        assertThat(script)
                .contains(
                        "create catalog.products.v1 --partitions 12 --config"
                                + " cleanup.policy=compact");
    }

    private static JsonNode values(Service service) {
        return Chart.yaml(Chart.HOME.resolve("services/" + service.id() + ".yaml"));
    }

    private static Properties settings(Service service) throws IOException {
        Path file = Chart.ROOT.resolve(service.id() + "/src/main/resources/application.properties");
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }

    private static List<String> texts(JsonNode array) {
        return Manifest.stream(array).map(JsonNode::asText).toList();
    }
}
