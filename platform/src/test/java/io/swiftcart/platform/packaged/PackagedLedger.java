package io.swiftcart.platform.packaged;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import io.swiftcart.stack.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A packaged service with a database of its own, and what operators see of it. */
public interface PackagedLedger extends PackagedService {

    /** An admin's token. */
    default String adminToken() {
        return Tokens.of("admin");
    }

    @Test
    default void its_invariants_hold() {
        operator()
                .get("/internal/admin/invariants")
                .then()
                .statusCode(200)
                .body("checkedAt", notNullValue())
                .body("invariants.size()", greaterThan(0))
                .body("invariants.findAll { !it.holds }.size()", equalTo(0));
    }

    @Test
    default void its_dead_letters_are_listed_and_counted() {
        operator().get("/internal/admin/dead-letters").then().statusCode(200);
        operator()
                .contentType("application/json")
                .body("{\"topic\":\"nothing.v1\",\"dryRun\":true}")
                .post("/internal/admin/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("matched", equalTo(0))
                .body("dryRun", equalTo(true));
    }

    @Test
    default void its_audit_trail_is_whole() {
        operator().get("/internal/admin/audit").then().statusCode(200);
        operator()
                .get("/internal/admin/audit/verification")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(adminToken());
    }

    /** The first fact of this key on the topic, value and headers as its contract says. */
    static JsonNode told(String topic, String key) {
        Received fact = Facts.consume(topic).ofKey(key, 1).getFirst();
        String value = Objects.requireNonNull(fact.json());
        EventContract.of(topic).accepts(value.getBytes(StandardCharsets.UTF_8), fact.headers());
        try {
            return new ObjectMapper().readTree(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
