package io.swiftcart.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import io.swiftcart.things.LogLines;
import java.util.Map;
import java.util.UUID;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalsComponentTest {

    @Test
    void a_problem_of_a_use_case_carries_its_members_and_pause() {
        String id = UUID.randomUUID().toString();

        Refusal.of(given().get("/things/" + id), 404, "not-found")
                .body("detail", equalTo("No thing has the id " + id + "."))
                .body("instance", equalTo("/things/" + id))
                .body("items", hasItems(1, 2))
                .header("Retry-After", "1");
    }

    @Test
    void an_id_that_is_no_uuid_is_malformed() {
        Refusal.of(given().get("/things/1-1-1-1-1"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/things/a/b/c", "/things/private/x"})
    void an_unknown_address_is_404(String path) {
        Refusal.of(given().get(path), 404, "not-found");
    }

    @Test
    void a_method_that_the_address_does_not_know_is_405_and_told_which_it_knows() {
        Refusal.of(given().delete("/things"), 405, "method-not-allowed").header("Allow", "POST");
        Refusal.of(given().put("/things/" + UUID.randomUUID()), 405, "method-not-allowed")
                .header("Allow", "GET");
        Refusal.of(given().delete("/things/once"), 405, "method-not-allowed")
                .header("Allow", "GET, POST");
    }

    @Test
    void a_media_type_that_cannot_be_served_is_406() {
        Refusal.of(given().accept("image/png").get("/things/public"), 406, "not-acceptable");
    }

    @Test
    void anonymous_callers_are_asked_for_a_token() {
        Refusal.of(given().get("/things/private"), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/private", "/things/public"})
    void a_forged_or_foreign_or_expired_token_is_401_everywhere(String path) {
        String good = Tokens.of("manager");
        String forged = good.substring(0, good.length() - 6) + "AAAAAA";
        for (String token :
                new String[] {
                    forged,
                    "nonsense",
                    Tokens.of("manager", Map.of("audience", "others")),
                    Tokens.of("manager", Map.of("issuer", "https://others")),
                    Tokens.of("manager", Map.of("ttl", "-60"))
                }) {
            Refusal.of(given().auth().oauth2(token).get(path), 401, "unauthenticated")
                    .header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void more_than_one_authorization_is_401_even_if_all_are_good() {
        String good = "Bearer " + Tokens.of("manager");

        Refusal.of(
                given().header("Authorization", good, good).get("/things/public"),
                401,
                "unauthenticated");
    }

    @Test
    void a_role_that_does_not_suffice_is_403() {
        Refusal.of(
                given().auth().oauth2(Tokens.of("alice")).get("/things/private"), 403, "forbidden");
    }

    @Test
    void the_caller_is_known_by_subject_and_role() {
        given().auth()
                .oauth2(Tokens.of("manager"))
                .get("/things/private")
                .then()
                .statusCode(200)
                .body("manager", equalTo(true));
        given().get("/things/public")
                .then()
                .statusCode(200)
                .body("caller", equalTo(""))
                .body("manager", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "unwritable", "invalid", "neighbour"})
    void a_fault_is_500_and_logged_once_under_the_correlation_id(String door) {
        String id = UUID.randomUUID().toString();
        try (LogLines log = LogLines.open()) {

            Refusal.of(
                            given().header("X-Correlation-ID", id).get("/things/" + door),
                            500,
                            "internal-error")
                    .body("correlationId", equalTo(id))
                    .body("retryable", equalTo(true));

            var errors = log.matching(RefusalsComponentTest::isTrouble);
            assertEquals(1, errors.size(), () -> texts(errors));
            assertEquals(id, errors.getFirst().getMdc("correlationId"));
            assertNotNull(errors.getFirst().getThrown());
        }
    }

    @Test
    void a_part_that_is_away_is_503_with_a_pause() {
        Refusal.of(given().get("/things/away"), 503, "service-unavailable")
                .header("Retry-After", "1")
                .body("retryable", equalTo(true));
    }

    @Test
    void a_request_that_http_cannot_read_is_no_fault_of_ours() {
        int status = given().header("Content-Length", "x").get("/things/public").statusCode();

        assertTrue(status < 500, "status " + status);
    }

    /** The Kafka client goes on about a topic that another test has asked for. */
    private static boolean isTrouble(ExtLogRecord line) {
        return line.getLevel().intValue() >= Level.WARN.intValue()
                && !line.getLoggerName().startsWith("org.apache.kafka");
    }

    private static String texts(Iterable<ExtLogRecord> lines) {
        StringBuilder texts = new StringBuilder();
        lines.forEach(line -> texts.append(line.getMessage()).append('\n'));
        return texts.toString();
    }
}
