package io.swiftcart.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * One document of what the gateway serves, made from those of the services. A schema of one name
 * that two services mean differently gets the name of its service in front.
 */
final class MergedOpenApi {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, JsonNode> documents = new TreeMap<>();
    private final BiPredicate<String, String> served;
    private final ObjectNode paths = JSON.createObjectNode();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();

    private MergedOpenApi(BiPredicate<String, String> served) {
        this.served = served;
    }

    /** {@code served}: whether the gateway serves this method of this path. */
    static ObjectNode of(Path folder, List<String> services, BiPredicate<String, String> served) {
        MergedOpenApi merged = new MergedOpenApi(served);
        try {
            for (String service : services) {
                merged.documents.put(
                        service, YAML.readTree(folder.resolve(service + ".yaml").toFile()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        merged.documents.keySet().forEach(merged::take);
        return merged.document();
    }

    private void take(String service) {
        JsonNode document = documents.get(service);
        Map<String, JsonNode> known = new HashMap<>();
        document.path("tags").forEach(tag -> known.put(tag.path("name").asText(), tag));
        document.path("paths")
                .properties()
                .forEach(path -> take(service, path.getKey(), path.getValue(), known));
    }

    private void take(String service, String path, JsonNode item, Map<String, JsonNode> known) {
        ObjectNode kept = JSON.createObjectNode();
        item.properties()
                .forEach(
                        member -> {
                            String method = member.getKey();
                            if (!METHODS.contains(method)) {
                                kept.set(method, named(service, member.getValue()));
                            } else if (served.test(method.toUpperCase(Locale.ROOT), path)) {
                                kept.set(method, operation(service, member.getValue(), known));
                            }
                        });
        if (kept.properties().stream().anyMatch(member -> METHODS.contains(member.getKey()))) {
            paths.set(path, kept);
        }
    }

    private JsonNode operation(String service, JsonNode from, Map<String, JsonNode> known) {
        ObjectNode operation = (ObjectNode) named(service, from);
        ObjectNode responses = operation.withObjectProperty("responses");
        for (String status : List.of("429", "503")) {
            if (!responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/" + status);
            }
        }
        if (operation.has("security")) {
            ArrayNode roles = JSON.createArrayNode();
            operation.path("security").forEach(each -> each.elements().next().forEach(roles::add));
            operation.putArray("security").addObject().set("bearer", roles);
        }
        operation
                .path("tags")
                .forEach(
                        tag ->
                                tags.putIfAbsent(
                                        tag.asText(),
                                        known.getOrDefault(
                                                tag.asText(),
                                                JSON.createObjectNode()
                                                        .put("name", tag.asText()))));
        return operation;
    }

    /** A copy that names schemas as the whole does, and brings those it needs along. */
    private JsonNode named(String service, JsonNode from) {
        if (from.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            from.forEach(each -> copy.add(named(service, each)));
            return copy;
        }
        if (!from.isObject()) {
            return from;
        }
        ObjectNode copy = JSON.createObjectNode();
        from.properties()
                .forEach(
                        member ->
                                copy.set(
                                        member.getKey(),
                                        member.getKey().equals("$ref")
                                                ? JSON.getNodeFactory()
                                                        .textNode(
                                                                reference(
                                                                        service,
                                                                        member.getValue().asText()))
                                                : named(service, member.getValue())));
        return copy;
    }

    private String reference(String service, String reference) {
        if (!reference.startsWith(SCHEMAS)) {
            return reference;
        }
        String name = reference.substring(SCHEMAS.length());
        String mine = meaning(service, name, Set.of());
        boolean alone =
                documents.keySet().stream()
                        .filter(other -> schema(other, name) != null)
                        .allMatch(other -> meaning(other, name, Set.of()).equals(mine));
        String whole =
                alone
                        ? name
                        : service.substring(0, 1).toUpperCase(Locale.ROOT)
                                + service.substring(1)
                                + name;
        if (!schemas.containsKey(whole)) {
            schemas.put(whole, JSON.nullNode()); // it may need itself
            JsonNode schema = schema(service, name);
            if (schema == null) {
                throw new AssertionError(service + " has no schema " + name);
            }
            schemas.put(whole, named(service, schema));
        }
        return SCHEMAS + whole;
    }

    private JsonNode schema(String service, String name) {
        return documents.get(service).path("components").path("schemas").get(name);
    }

    /** A schema in full, whatever those it refers to are called. */
    private String meaning(String service, String name, Set<String> within) {
        if (within.contains(name)) {
            return "itself";
        }
        Set<String> deeper = new TreeSet<>(within);
        deeper.add(name);
        JsonNode schema = schema(service, name);
        StringBuilder meaning = new StringBuilder(String.valueOf(schema));
        if (schema != null) {
            schema.findValuesAsText("$ref")
                    .forEach(
                            each ->
                                    meaning.append(
                                            meaning(
                                                    service,
                                                    each.substring(SCHEMAS.length()),
                                                    deeper)));
        }
        return meaning.toString();
    }

    private ObjectNode document() {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "SwiftCart")
                .put("version", "1")
                .put(
                        "description",
                        "The public API of the shop. Money is in the currency's minor unit, times"
                                + " are UTC, errors are RFC 9457 problems, lists are read with cursors."
                                + " Bearer tokens come from the shop's identity provider.");
        document.putArray("servers").addObject().put("url", "/");
        tags.values().forEach(document.putArray("tags")::add);
        document.set("paths", sorted(paths));
        ObjectNode components = document.putObject("components");
        schemas.forEach(components.putObject("schemas")::set);
        ObjectNode responses = components.putObject("responses");
        responses.set("429", refusal("quota-exceeded: the quota of requests is used up"));
        responses.set("503", refusal("temporary-reduced-capacity, service-unavailable"));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return document;
    }

    private static ObjectNode refusal(String description) {
        ObjectNode response = JSON.createObjectNode().put("description", description);
        response.putObject("headers")
                .putObject("Retry-After")
                .put("description", "Seconds to wait")
                .putObject("schema")
                .put("type", "integer");
        return response;
    }

    private static ObjectNode sorted(ObjectNode paths) {
        ObjectNode sorted = JSON.createObjectNode();
        new TreeSet<>(paths.propertyStream().map(Map.Entry::getKey).toList())
                .forEach(path -> sorted.set(path, paths.get(path)));
        return sorted;
    }
}
