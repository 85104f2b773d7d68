package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Imports.NDJSON;
import static io.swiftcart.catalog.Imports.finished;
import static io.swiftcart.catalog.Imports.row;
import static io.swiftcart.catalog.Imports.send;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportComponentTest {

    @Test
    void what_is_exported_can_be_imported() {
        String category = aCategory("Round", null);
        Stored mug =
                aProduct()
                        .in(category)
                        .named("Ünïque \"mug\"")
                        .with("attributes", Map.of("weightGrams", 340, "hot", true, "litres", 0.5))
                        .with("imageUrl", "https://example.com/a%20b.jpg")
                        .stored();
        JsonObject before = product(mug);
        String file =
                manager()
                        .accept(NDJSON)
                        .get(PRODUCTS + "/export")
                        .then()
                        .statusCode(200)
                        .contentType(NDJSON)
                        .extract()
                        .asString();
        List<String> rows = file.lines().filter(line -> line.contains(mug.sku())).toList();

        assertEquals(1, rows.size());
        finished(send(rows.getFirst()))
                .then()
                .body("changed", equalTo(1))
                .body("failed", equalTo(0));
        JsonObject after = product(mug);
        assertEquals(2, after.getInteger("version"));
        for (String counted : List.of("version", "updatedAt")) {
            before.remove(counted);
            after.remove(counted);
        }
        assertEquals(before, after);
    }

    @Test
    void a_withdrawn_product_is_exported_as_withdrawn() {
        Stored gone = aProduct().stored();
        manager().delete(gone.path()).then().statusCode(204);

        assertEquals(
                List.of(false),
                export().stream()
                        .filter(row -> gone.sku().equals(row.getString("sku")))
                        .map(row -> row.getBoolean("active"))
                        .toList());
    }

    /** What is changed meanwhile is not what the pages go by. */
    @Test
    void each_product_comes_once_and_in_order_whatever_is_changed_meanwhile() throws Exception {
        String category = aCategory("Whole", null);
        List<ProductBuilder> products = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            products.add(aProduct().in(category).with("description", "x".repeat(9_000)));
        }
        for (int from = 0; from < products.size(); from += 100) {
            finished(
                    send(
                            products.subList(from, from + 100).stream()
                                    .map(Imports::row)
                                    .toArray(String[]::new)));
        }
        List<String> before = skus(export(), category);
        List<JsonObject> found = new ArrayList<>();

        try (BufferedReader export = stream()) {
            for (String line = export.readLine(); line != null; line = export.readLine()) {
                found.add(new JsonObject(line));
                if (found.size() % 150 == 1) {
                    finished(
                            send(
                                    row(products.getFirst().named("A").priced(found.size())),
                                    row(products.getLast().named("Z").priced(found.size()))));
                    aProduct().in(category).isThere();
                }
            }
        }

        assertEquals(
                products.stream().map(product -> product.body().get("sku")).collect(toSet()),
                Set.copyOf(before));
        assertEquals(before, skus(found, category).subList(0, before.size()));
        assertEquals(
                found.size(), found.stream().map(row -> row.getString("sku")).distinct().count());
    }

    private static JsonObject product(Stored product) {
        return new JsonObject(manager().get(product.path()).asString());
    }

    private static List<JsonObject> export() {
        String file = manager().accept(NDJSON).get(PRODUCTS + "/export").asString();
        return file.lines().map(JsonObject::new).toList();
    }

    /** Reads as fast as the test does, unlike REST Assured. */
    private static BufferedReader stream() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + PRODUCTS
                                                + "/export"))
                        .header("Authorization", "Bearer " + Tokens.of("manager"))
                        .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static List<String> skus(List<JsonObject> rows, String category) {
        return rows.stream()
                .filter(row -> category.equals(row.getString("categoryId")))
                .map(row -> row.getString("sku"))
                .toList();
    }
}
