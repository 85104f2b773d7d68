package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static io.swiftcart.catalog.Imports.IMPORT;
import static io.swiftcart.catalog.Imports.accepted;
import static io.swiftcart.catalog.Imports.errors;
import static io.swiftcart.catalog.Imports.finished;
import static io.swiftcart.catalog.Imports.post;
import static io.swiftcart.catalog.Imports.row;
import static io.swiftcart.catalog.Imports.send;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportComponentTest {

    @Test
    void rows_are_added_changed_or_refused_each_by_itself() {
        String category = aCategory("Imported", null);
        Stored known = aProduct().in(category).named("Before").stored();
        String sku = "SKU-" + unique();

        Response done =
                finished(
                        send(
                                row(aProduct().in(category).with("sku", sku).named("Added")),
                                "",
                                row(aProduct().in(category).with("sku", known.sku()).named("After"))
                                        + "\r",
                                row(aProduct().in(category).priced(0)),
                                row(aProduct().in(category).with("sku", sku).named("Last"))));

        done.then()
                .body("total", equalTo(4))
                .body("added", equalTo(1))
                .body("changed", equalTo(2))
                .body("failed", equalTo(1));
        anonymous()
                .get(PRODUCTS + "/by-sku/" + sku)
                .then()
                .statusCode(200)
                .body("name", equalTo("Last"))
                .body("version", equalTo(2));
        anonymous().get(known.path()).then().body("name", equalTo("After"));
        assertEquals(2, Bus.told("catalog.products.v1", sku, 2).size());
    }

    @Test
    void a_row_is_refused_by_its_line_with_the_problem_of_a_request() {
        String category = aCategory("Refused", null);
        Map<String, String> codeByRow = new LinkedHashMap<>();
        codeByRow.put(row(aProduct().in(category).priced(0)), "validation-failed /price");
        codeByRow.put("{\"sku\": nonsense", "malformed-request");
        codeByRow.put("null", "malformed-request");
        codeByRow.put("[]", "malformed-request");
        codeByRow.put(
                row(aProduct().in(UUID.randomUUID().toString())), "unknown-category /categoryId");
        codeByRow.put(row(aProduct().in(category).without("sku")), "validation-failed /sku");
        codeByRow.put(row(aProduct().in(category).with("colour", 1)), "validation-failed /colour");
        codeByRow.put(row(aProduct().in(category).with("price", "1")), "validation-failed /price");
        codeByRow.put(
                row(aProduct().in(category).with("attributes", Map.of("a", List.of()))),
                "validation-failed /attributes/a");
        codeByRow.put(row(aProduct().in(category)) + " {}", "malformed-request");
        codeByRow.put("\u0000\u0001", "malformed-request");
        codeByRow.put(
                row(aProduct().in(category).with("description", "\u0000")),
                "validation-failed /description");
        codeByRow.put("[".repeat(5_000), "malformed-request");

        String job = send(codeByRow.keySet().toArray(String[]::new));

        finished(job).then().body("failed", equalTo(codeByRow.size())).body("added", equalTo(0));
        List<JsonObject> errors = errors(job);
        assertEquals(
                IntStream.rangeClosed(1, codeByRow.size()).boxed().toList(),
                errors.stream().map(error -> error.getInteger("line")).toList());
        assertEquals(
                List.copyOf(codeByRow.values()),
                errors.stream().map(ImportComponentTest::codeAndPlace).toList());
    }

    @Test
    void a_row_that_is_not_utf_8_is_refused_and_the_others_are_taken() {
        String category = aCategory("Bytes", null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        file.writeBytes(utf8(row(aProduct().in(category).named("Größe")) + "\n"));
        byte[] latin =
                row(aProduct().in(category).named("Größe")).getBytes(StandardCharsets.ISO_8859_1);
        file.writeBytes(latin);
        file.writeBytes(new byte[] {'\n', (byte) 0xC3, '\n'});
        file.writeBytes(utf8(row(aProduct().in(category).named("Last"))));

        String job = accepted(post(file.toByteArray()));

        finished(job).then().body("added", equalTo(2)).body("failed", equalTo(2));
        assertEquals(
                List.of("2 malformed-request", "3 malformed-request"),
                errors(job).stream()
                        .map(error -> error.getInteger("line") + " " + error.getString("code"))
                        .toList());
    }

    @Test
    void a_file_of_more_than_one_batch_is_worked_off() {
        String category = aCategory("Batches", null);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            rows.add(row(aProduct().in(category)));
        }

        finished(send(rows.toArray(String[]::new))).then().body("added", equalTo(205));
    }

    @Test
    void two_files_with_the_same_skus_at_once_are_both_taken() {
        String category = aCategory("Twice", null);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row(aProduct().in(category)));
        }

        String one = send(rows.toArray(String[]::new));
        String other = send(rows.reversed().toArray(String[]::new));

        int added = finished(one).path("added");
        finished(other)
                .then()
                .body("added", equalTo(50 - added))
                .body("changed", equalTo(added))
                .body("failed", equalTo(0));
    }

    @Test
    void a_price_that_is_imported_is_kept_in_the_history() {
        ProductBuilder mug = aProduct().priced(100);
        Stored stored = mug.stored();
        finished(send(row(mug.priced(200)), row(mug.named("Renamed"))));

        assertEquals(
                List.of(200, 100),
                manager().get(stored.path() + "/price-history").path("items.price"));
    }

    @Test
    void what_is_no_file_is_refused() {
        Refusal.of(post(""), 400);
        Refusal.of(post(" \n\n \n"), 400);
        Refusal.of(post("x\n".repeat(10_001)), 400);
        Refusal.of(post("x".repeat(1_100_000)), 413);
        Refusal.of(manager().body("{}").post(IMPORT), 415);
        Refusal.of(Imports.anonymous().body("{}").post(IMPORT), 401);
        Refusal.of(Imports.as("alice").body("{}").post(IMPORT), 403);
        String nowhere = PRODUCTS + "/imports/" + UUID.randomUUID();
        Refusal.of(manager().get(nowhere), 404);
        Refusal.of(manager().get(nowhere + "/errors"), 404);
        Refusal.of(manager().get(PRODUCTS + "/imports/nonsense"), 400);
        Refusal.of(manager().get(nowhere + "/errors?limit=0"), 400);
        Refusal.of(manager().get(nowhere + "/errors?cursor=nonsense"), 400);
    }

    private static String codeAndPlace(JsonObject error) {
        String places =
                error.getJsonArray("errors").stream()
                        .map(JsonObject.class::cast)
                        .map(each -> " " + each.getString("pointer"))
                        .collect(Collectors.joining());
        return error.getString("code") + places;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
