package io.swiftcart.catalog;

import static io.restassured.RestAssured.given;
import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends files of products as a manager does, and sees what becomes of them. */
final class Imports {
    static final String NDJSON = "application/x-ndjson";
    static final String IMPORT = PRODUCTS + "/import";

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Imports() {}

    static String row(ProductBuilder product) {
        return new JsonObject(product.body()).encode();
    }

    static RequestSpecification anonymous() {
        return given().config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(NDJSON, ContentType.TEXT)))
                .contentType(NDJSON);
    }

    static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(Tokens.of(user));
    }

    static Response post(byte[] file) {
        return as("manager").body(file).post(IMPORT);
    }

    static Response post(String file) {
        return post(file.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the rows and gives the job's id. */
    static String send(String... rows) {
        return accepted(post(String.join("\n", rows)));
    }

    /** The job's id in the answer. */
    static String accepted(Response answer) {
        answer.then().statusCode(202).body("status", equalTo("RUNNING"));
        String job = answer.path("jobId");
        assertEquals(PRODUCTS + "/imports/" + job, answer.header("Location"));
        return job;
    }

    static Response read(String job) {
        return manager().get(PRODUCTS + "/imports/" + job);
    }

    /** Waits for the end of the job and gives what it then says. */
    static Response finished(String job) {
        await().atMost(DEADLINE).until(() -> "FINISHED".equals(read(job).path("status")));
        return read(job);
    }

    /** All failed rows of the job, read in pages of two. */
    static List<JsonObject> errors(String job) {
        List<JsonObject> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String after = cursor == null ? "" : "&cursor=" + cursor;
            Response page = manager().get(PRODUCTS + "/imports/" + job + "/errors?limit=2" + after);
            page.then().statusCode(200);
            new JsonObject(page.asString())
                    .getJsonArray("items")
                    .forEach(item -> found.add((JsonObject) item));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
