package io.swiftcart.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One rendered document. */
record Manifest(JsonNode document) {

    private static final Set<String> WITH_TEMPLATE = Set.of("Deployment", "Rollout", "Job");

    String kind() {
        return document.path("kind").asText();
    }

    String apiVersion() {
        return document.path("apiVersion").asText();
    }

    String name() {
        return document.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** Whether it is a process that goes on, and no job or test. */
    boolean isService() {
        return kind().equals("Deployment") || kind().equals("Rollout");
    }

    /** Its pod, if it makes one. */
    Optional<JsonNode> podSpec() {
        if (kind().equals("Pod")) {
            return Optional.of(at("/spec"));
        }
        return WITH_TEMPLATE.contains(kind())
                ? Optional.of(at("/spec/template/spec"))
                : Optional.empty();
    }

    Stream<JsonNode> containers() {
        return podSpec().stream()
                .flatMap(
                        pod ->
                                Stream.concat(
                                        stream(pod.path("containers")),
                                        stream(pod.path("initContainers"))));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
