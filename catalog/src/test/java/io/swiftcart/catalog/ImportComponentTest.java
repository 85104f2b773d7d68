package io.swiftcart.catalog;

import static io.restassured.RestAssured.given;
import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportComponentTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Pool pool;

    ImportComponentTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void rows_are_added_changed_or_refused_each_by_itself() {
        String category = aCategory("Imported", null);
        Stored known = aProduct().in(category).named("Before").stored();
        String sku = "SKU-" + unique();
        String file =
                String.join(
                        "\n",
                        row(aProduct().in(category).with("sku", sku).named("Added")),
                        "",
                        row(aProduct().in(category).with("sku", known.sku()).named("After")),
                        row(aProduct().in(category).priced(0).with("name", "")),
                        "{\"sku\": nonsense",
                        "null",
                        row(aProduct().in(UUID.randomUUID().toString())),
                        row(aProduct().in(category).without("sku")),
                        row(aProduct().in(category).with("colour", "blue")) + "\r",
                        "\u0000\u0001",
                        row(aProduct().in(category).with("sku", sku).named("Last")));

        Response done = finished(send(file));

        done.then()
                .body("total", equalTo(10))
                .body("added", equalTo(1))
                .body("changed", equalTo(2))
                .body("failed", equalTo(7));
        anonymous()
                .get(PRODUCTS + "/by-sku/" + sku)
                .then()
                .statusCode(200)
                .body("name", equalTo("Last"))
                .body("version", equalTo(2));
        anonymous().get(known.path()).then().body("name", equalTo("After"));
        List<JsonObject> errors = errors(done.path("jobId"), 2);
        assertEquals(
                List.of(4, 5, 6, 7, 8, 9, 10),
                errors.stream().map(error -> error.getInteger("line")).toList());
        assertEquals(
                List.of(
                        "validation-failed",
                        "malformed-request",
                        "malformed-request",
                        "unknown-category",
                        "validation-failed",
                        "malformed-request",
                        "malformed-request"),
                errors.stream().map(error -> error.getString("code")).toList());
        assertTrue(errors.getFirst().encode().contains("/price"), errors.getFirst().encode());
        assertEquals(2, Bus.told("catalog.products.v1", sku, 2).size());
    }

    @Test
    void a_job_goes_on_where_a_dead_replica_has_left_it() {
        String category = aCategory("Left", null);
        String sku = "SKU-" + unique();
        UUID job = UUID.randomUUID();
        sql(
                """
                insert into import_job (id, created_by, created_at, total, added, lease_until)
                values ($1, 'somebody', now(), 2, 1, now() + interval '2 seconds')
                """,
                Tuple.of(job));
        sql(
                "insert into import_row (job_id, line, payload) values ($1, 2, $2)",
                Tuple.of(
                        job,
                        io.vertx.core.buffer.Buffer.buffer(
                                row(aProduct().in(category).with("sku", sku)))));

        finished(job.toString()).then().body("added", equalTo(2)).body("failed", equalTo(0));
        anonymous().get(PRODUCTS + "/by-sku/" + sku).then().statusCode(200);
    }

    @Test
    void a_file_of_more_than_one_batch_is_worked_off() {
        String category = aCategory("Batches", null);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            rows.add(row(aProduct().in(category)));
        }

        finished(send(String.join("\n", rows))).then().body("added", equalTo(205));
    }

    @Test
    void what_is_exported_can_be_imported() {
        String category = aCategory("Round", null);
        Stored mug =
                aProduct()
                        .in(category)
                        .named("Ünïque \"mug\"")
                        .with("attributes", java.util.Map.of("weightGrams", 340, "hot", true))
                        .stored();
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
        anonymous()
                .get(mug.path())
                .then()
                .body("name", equalTo("Ünïque \"mug\""))
                .body("attributes.weightGrams", equalTo(340))
                .body("attributes.hot", equalTo(true))
                .body("version", equalTo(2));
    }

    @Test
    void what_is_no_file_is_refused() {
        Refusal.of(post(""), 400);
        Refusal.of(post(" \n\n \n"), 400);
        Refusal.of(post("x".repeat(1_100_000)), 413);
        Refusal.of(manager().body("{}").post(PRODUCTS + "/import"), 415);
        Refusal.of(given().contentType(NDJSON).body("{}").post(PRODUCTS + "/import"), 401);
        Refusal.of(
                given().contentType(NDJSON)
                        .auth()
                        .oauth2(Tokens.of("alice"))
                        .body("{}")
                        .post(PRODUCTS + "/import"),
                403);
        String nowhere = PRODUCTS + "/imports/" + UUID.randomUUID();
        Refusal.of(manager().get(nowhere), 404);
        Refusal.of(manager().get(nowhere + "/errors"), 404);
        Refusal.of(manager().get(PRODUCTS + "/imports/nonsense"), 400);
        Refusal.of(manager().get(nowhere + "/errors?limit=0"), 400);
        Refusal.of(manager().get(nowhere + "/errors?cursor=nonsense"), 400);
    }

    private static String row(ProductBuilder product) {
        return new JsonObject(product.body()).encode();
    }

    private static Response post(String file) {
        return given().contentType(NDJSON)
                .auth()
                .oauth2(Tokens.of("manager"))
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PRODUCTS + "/import");
    }

    /** Sends the file and gives the job's id. */
    private static String send(String file) {
        Response answer = post(file);
        answer.then().statusCode(202).body("status", equalTo("RUNNING"));
        String job = answer.path("jobId");
        assertEquals(PRODUCTS + "/imports/" + job, answer.header("Location"));
        return job;
    }

    private static Response finished(String job) {
        String path = PRODUCTS + "/imports/" + job;
        await().atMost(DEADLINE).until(() -> "FINISHED".equals(manager().get(path).path("status")));
        return manager().get(path);
    }

    private static List<JsonObject> errors(String job, int limit) {
        List<JsonObject> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String after = cursor == null ? "" : "&cursor=" + cursor;
            Response page =
                    manager().get(PRODUCTS + "/imports/" + job + "/errors?limit=" + limit + after);
            page.then().statusCode(200);
            new JsonObject(page.asString())
                    .getJsonArray("items")
                    .forEach(item -> found.add((JsonObject) item));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().indefinitely();
    }
}
