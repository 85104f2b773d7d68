package io.swiftcart.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference pages, as Markdown, from the contracts alone. */
final class Reference {

    private static final String MADE =
            "\n<!-- Made from contracts: mvn -pl ops -am package -Dtest=ReferenceTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dreference.update=true -->\n";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Reference() {}

    static String api() {
        StringBuilder page = new StringBuilder("# API\n").append(MADE);
        page.append(
                """

                Every public route, by the service that answers it. The documents themselves are in
                [contracts/openapi](../../contracts/openapi), with every header, member and limit. Failures are RFC 9457 problems,
                listed below.
                """);
        for (Path document : Checkout.files("contracts/openapi", ".yaml")) {
            String service = document.getFileName().toString().replace(".yaml", "");
            page.append("\n## ").append(service).append("\n\n");
            page.append("| route | what | answers |\n|---|---|---|\n");
            operations(Checkout.yaml(document)).forEach(page::append);
        }
        page.append("\n## Problems\n\n| status | code | meaning | repeat? |\n|---|---|---|---|\n");
        for (JsonNode problem : Checkout.yaml(Checkout.file("contracts/problems/problems.json"))) {
            page.append(
                    "| %d | `%s` | %s | %s |\n"
                            .formatted(
                                    problem.path("status").asInt(),
                                    problem.path("code").asText(),
                                    cell(problem.path("title").asText()),
                                    problem.path("retryable").asBoolean() ? "yes" : "no"));
        }
        return page.toString();
    }

    static String events() {
        StringBuilder page = new StringBuilder("# Events\n").append(MADE);
        page.append(
                """

                Facts on Kafka: CloudEvents in binary mode, values in JSON. Headers, delivery and what may change are in
                [contracts](../../contracts/README.md). Each topic has a `.dlq` and a `.replay` beside it.
                """);
        for (JsonNode topic : Checkout.yaml(Checkout.file("contracts/events/topics.json"))) {
            String name = topic.path("name").asText();
            Path schema = Checkout.file("contracts/events/" + name + "/v1/schema.json");
            if (schema.toFile().exists()) {
                event(page, name, topic, Checkout.yaml(schema));
            }
        }
        return page.toString();
    }

    private static void event(StringBuilder page, String name, JsonNode topic, JsonNode schema) {
        page.append("\n## ").append(name).append("\n\n");
        page.append(schema.path("description").asText());
        if (topic.has("cleanupPolicy")) {
            page.append(" Compacted: the newest message of a key says all.");
        }
        page.append("\n\n| member | type | always | what |\n|---|---|---|---|\n");
        List<String> required =
                Checkout.stream(schema.path("required")).map(JsonNode::asText).toList();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    member.getKey(),
                                    type(member.getValue()),
                                    required.contains(member.getKey()) ? "yes" : "",
                                    cell(
                                            resolved(schema, member.getValue())
                                                    .path("description")
                                                    .asText())));
        }
        page.append("\n[schema](../../contracts/events/%s/v1/schema.json), ".formatted(name));
        page.append("[examples](../../contracts/events/%s/v1/examples)\n".formatted(name));
    }

    private static JsonNode resolved(JsonNode schema, JsonNode member) {
        String reference = member.path("$ref").asText();
        return reference.startsWith("#/") && !member.has("description")
                ? schema.at(reference.substring(1))
                : member;
    }

    private static String type(JsonNode member) {
        if (member.has("const")) {
            return "`" + member.path("const").asText() + "`";
        }
        if (member.has("$ref")) {
            String reference = member.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        String type =
                member.path("type").isArray()
                        ? Checkout.stream(member.path("type"))
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" or "))
                        : member.path("type").asText("object");
        return member.has("format") ? type + ", " + member.path("format").asText() : type;
    }

    /** Sorted by path, then method; what the gateway does not route stays inside. */
    private static List<String> operations(JsonNode document) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey()) && !path.getKey().startsWith("/internal")) {
                    JsonNode operation = method.getValue();
                    String statuses =
                            operation.path("responses").properties().stream()
                                    .map(Map.Entry::getKey)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
                    lines.put(
                            path.getKey() + " " + method.getKey(),
                            "| `%s %s` | %s | %s |\n"
                                    .formatted(
                                            method.getKey().toUpperCase(java.util.Locale.ROOT),
                                            path.getKey(),
                                            cell(operation.path("summary").asText()),
                                            statuses));
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
