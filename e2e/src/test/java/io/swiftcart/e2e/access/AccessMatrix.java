package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documented matrix, with what the public document says of the bodies. */
final class AccessMatrix {
    private final JsonNode matrix = read("/contracts/access/matrix.yaml", true);
    private final JsonNode document = read("/contracts/openapi/public.json", false);

    /**
     * One route.
     *
     * @param allowed by caller, {@code allowed} or a status
     * @param body what to send; null where the route takes none
     * @param members that the body may have
     */
    record Entry(
            String method,
            String path,
            String policy,
            JsonNode allowed,
            Set<String> scopes,
            @Nullable String body,
            String contentType,
            Set<String> members) {

        /** What a machine client with these scopes is to be answered. */
        String expectedWith(Set<String> granted) {
            return granted.stream().anyMatch(scopes::contains)
                    ? expectedBy("scoped")
                    : expectedBy("client");
        }

        String expectedBy(String caller) {
            return allowed.path(caller).asText();
        }

        /** Whether an answer is the expected one. */
        boolean meets(String expected, int status) {
            if (!expected.equals("allowed")) {
                return expected.equals(String.valueOf(status));
            }
            boolean owned = policy.startsWith("alices-");
            return status != 401 && status != 403 && status < 500 && !(owned && status == 404);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Entry> entries() {
        return matrix.path("routes")
                .propertyStream()
                .map(each -> entry(each.getKey(), each.getValue()))
                .toList();
    }

    List<String> scopes() {
        return matrix.path("scopes").valueStream().map(JsonNode::asText).toList();
    }

    private Entry entry(String route, JsonNode said) {
        String[] words = route.split(" ");
        JsonNode content =
                document.path("paths")
                        .path(words[1])
                        .path(words[0].toLowerCase(Locale.ROOT))
                        .path("requestBody")
                        .path("content");
        String type =
                content.propertyStream()
                        .map(e -> e.getKey())
                        .findFirst()
                        .orElse("application/json");
        Set<String> scopes = new HashSet<>();
        said.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new Entry(
                words[0],
                words[1],
                said.path("policy").asText(),
                matrix.path("policies").path(said.path("policy").asText()),
                scopes,
                content.isEmpty() ? null : said.has("body") ? said.path("body").toString() : "{}",
                type,
                members(content.path(type).path("schema")));
    }

    private Set<String> members(JsonNode schema) {
        JsonNode found =
                schema.has("$ref")
                        ? document.at(schema.path("$ref").asText().substring(1))
                        : schema;
        Set<String> members = new HashSet<>();
        found.path("properties").fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static JsonNode read(String resource, boolean yaml) {
        try (InputStream file = AccessMatrix.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new AssertionError(resource + " is not on the class path");
            }
            return (yaml ? new ObjectMapper(new YAMLFactory()) : Http.JSON).readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
