package io.swiftcart.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.swiftcart.gateway.routing.ServedRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code contracts/openapi/public.json}, which the gateway serves, to the documents of the
 * services and to the routes; {@code -Dcontracts.update=true} writes it anew.
 */
class PublicContractTest {
    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final Path PUBLIC = CONTRACTS.resolve("openapi/public.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode merged;

    PublicContractTest() throws IOException {
        List<String> services;
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("openapi"))) {
            services =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.replace(".yaml", ""))
                            .sorted()
                            .toList();
        }
        merged = MergedOpenApi.of(CONTRACTS.resolve("openapi"), services, ServedRoutes::has);
    }

    @Test
    void the_public_document_is_what_the_services_say_of_the_routes_that_are_served()
            throws IOException {
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(
                    PUBLIC,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n");
        }

        assertEquals(
                JSON.readTree(PUBLIC.toFile()),
                merged,
                "contracts/openapi/public.json is out of date: -Dcontracts.update=true writes it");
    }

    @Test
    void every_route_of_the_gateway_is_in_the_public_document() {
        Set<String> described = new HashSet<>();
        operations().forEach(route -> described.add(shape(route)));

        List<String> missing =
                ServedRoutes.all().stream().filter(r -> !described.contains(shape(r))).toList();

        assertEquals(List.of(), missing, "routes that no service describes");
    }

    @Test
    void every_route_has_an_entry_in_the_access_matrix_and_every_entry_a_route()
            throws IOException {
        JsonNode matrix =
                new ObjectMapper(new YAMLFactory())
                        .readTree(CONTRACTS.resolve("access/matrix.yaml").toFile());
        Set<String> entries = new TreeSet<>();
        matrix.path("routes").fieldNames().forEachRemaining(entries::add);

        assertEquals(
                new TreeSet<>(operations()), entries, "routes and contracts/access/matrix.yaml");
        for (JsonNode entry : matrix.path("routes")) {
            assertTrue(matrix.path("policies").has(entry.path("policy").asText()), entry::toString);
            entry.path("scopes")
                    .forEach(
                            scope ->
                                    assertTrue(
                                            matrix.path("scopes")
                                                    .toString()
                                                    .contains(scope.toString()),
                                            entry::toString));
        }
    }

    @Test
    void what_needs_a_role_says_so_in_the_document_and_nothing_else_does() throws IOException {
        JsonNode matrix =
                new ObjectMapper(new YAMLFactory())
                        .readTree(CONTRACTS.resolve("access/matrix.yaml").toFile());
        List<String> silent =
                operations().stream()
                        .filter(
                                route ->
                                        matrix.path("policies")
                                                        .path(
                                                                matrix.path("routes")
                                                                        .path(route)
                                                                        .path("policy")
                                                                        .asText())
                                                        .path("anonymous")
                                                        .asInt()
                                                == 401)
                        .filter(route -> !operation(route).has("security"))
                        .toList();

        assertEquals(List.of(), silent, "need a token and do not say so");
    }

    @Test
    void every_operation_says_what_success_is() {
        List<String> silent =
                operations().stream()
                        .filter(
                                route ->
                                        operation(route)
                                                .path("responses")
                                                .propertyStream()
                                                .noneMatch(each -> each.getKey().startsWith("2")))
                        .toList();

        assertEquals(List.of(), silent, "tell of refusals alone");
    }

    @Test
    void the_last_page_of_a_list_may_say_so() {
        List<JsonNode> cursors = merged.findValues("nextCursor");

        assertTrue(cursors.size() > 5, "no lists to judge");
        assertEquals(
                List.of(),
                cursors.stream()
                        .filter(cursor -> !cursor.path("type").toString().contains("null"))
                        .toList(),
                "cannot be null");
    }

    @Test
    void no_two_operations_have_one_name_and_no_reference_leads_nowhere() {
        List<String> ids =
                operations().stream()
                        .map(route -> operation(route).path("operationId").asText())
                        .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), "operationIds: " + ids);

        for (String reference : new HashSet<>(merged.findValuesAsText("$ref"))) {
            assertTrue(
                    merged.at(reference.substring(1)).isObject(), () -> reference + " is nowhere");
        }
    }

    private List<String> operations() {
        List<String> routes = new ArrayList<>();
        merged.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(m -> m.getValue().has("responses"))
                                        .forEach(
                                                m ->
                                                        routes.add(
                                                                m.getKey().toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return routes;
    }

    private JsonNode operation(String route) {
        String[] words = route.split(" ");
        return merged.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
    }

    /** Parameters have other names in routes. */
    private static String shape(String route) {
        return route.replaceAll("\\{[^}]+}", "{}");
    }
}
