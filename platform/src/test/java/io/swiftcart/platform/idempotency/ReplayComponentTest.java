package io.swiftcart.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.stack.testing.Tokens;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplayComponentTest {
    @Inject Sql sql;

    private final String name = UUID.randomUUID().toString().substring(0, 18);
    private final String key = "key-" + name;

    @Test
    void the_first_answer_comes_again_byte_for_byte() {
        Response first = post(key, "{\"name\": \"%s\", \"qty\": 1}", "alice");
        Response again = post("\"" + key + "\"", "{\"qty\":1,  \"name\":\"%s\"}", "alice");

        assertEquals(201, first.statusCode());
        assertNull(first.header("Idempotent-Replayed"));
        assertEquals(201, again.statusCode());
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.contentType(), again.contentType());
        assertEquals(1, sql.count("select times from thing where name = $1", name));
    }

    @Test
    void another_payload_is_422() {
        post(key, "{\"name\": \"%s\", \"qty\": 1}", "alice");

        post(key, "{\"name\": \"%s\", \"qty\": 2}", "alice")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_key_is_needed_once_and_well_formed() {
        String body = "{\"name\": \"%s\", \"qty\": 1}";

        post(null, body, "alice").then().body("code", equalTo("idempotency-key-missing"));
        post("with blank", body, "alice").then().body("code", equalTo("idempotency-key-invalid"));
        given().contentType("application/json")
                .header("Idempotency-Key", "a", "b")
                .body(body.formatted(name))
                .post("/things/once")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        assertEquals(0, sql.count("select count(*) from thing where name = $1", name));
    }

    private Response post(String withKey, String body, String account) {
        var request =
                given().auth()
                        .oauth2(Tokens.of(account))
                        .contentType("application/json")
                        .body(body.formatted(name));
        if (withKey != null) {
            request.header("Idempotency-Key", withKey);
        }
        return request.post("/things/once");
    }
}
