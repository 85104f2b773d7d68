package io.swiftcart.platform.correlation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.things.Happened;
import io.swiftcart.things.LogLines;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CorrelationComponentTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject Sql sql;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A.b_c-9",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void an_id_that_is_offered_is_kept(String id) {
        given().header("X-Correlation-ID", id)
                .get("/things/public")
                .then()
                .header("X-Correlation-ID", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with blank",
                "umläut",
                "<script>",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void an_id_that_is_malformed_is_replaced(String id) {
        given().header("X-Correlation-ID", id)
                .get("/things/public")
                .then()
                .header("X-Correlation-ID", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void each_request_without_one_gets_its_own() {
        Response first = given().get("/things/public");
        Response second = given().get("/nowhere");

        assertTrue(first.header("X-Correlation-ID").matches("[0-9a-f-]{36}"));
        assertNotEquals(first.header("X-Correlation-ID"), second.header("X-Correlation-ID"));
    }

    @Test
    void it_survives_every_hop_and_goes_along_to_neighbours() {
        String id = UUID.randomUUID().toString();
        try (LogLines log = LogLines.open()) {

            given().header("X-Correlation-ID", id)
                    .header("traceparent", TRACE)
                    .get("/things/hops")
                    .then()
                    .statusCode(200)
                    .body("own", equalTo(id))
                    .body("sentId", equalTo(id))
                    .body("sentTrace", equalTo(TRACE));

            assertEquals(
                    TRACE,
                    log.under(id).stream()
                            .filter(line -> line.getMessage().contains("three hops later"))
                            .findFirst()
                            .orElseThrow()
                            .getMdc("traceparent"));
        }
    }

    @Test
    void only_a_request_that_may_change_something_has_a_line_of_its_own() {
        String id = UUID.randomUUID().toString();
        try (LogLines log = LogLines.open()) {
            given().header("X-Correlation-ID", id).get("/things/public");

            given().contentType("application/json")
                    .header("X-Correlation-ID", id)
                    .body(Happened.to("logged-" + id))
                    .post("/things/facts");

            Awaitility.await().until(() -> requests(log, id), lines -> !lines.isEmpty());
            assertTrue(requests(log, id).getFirst().startsWith("POST /things/facts -> 204 in "));
            assertEquals(1, requests(log, id).size());
        }
    }

    @Test
    void a_trace_parent_that_is_malformed_is_replaced() {
        given().header("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01")
                .get("/things/hops")
                .then()
                .body("sentTrace", matchesPattern("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void it_travels_with_a_fact_and_is_restored_by_whoever_reads_it() {
        String id = UUID.randomUUID().toString();
        Happened fact = Happened.to("correlated-" + id);

        given().contentType("application/json")
                .header("X-Correlation-ID", id)
                .header("traceparent", TRACE)
                .body(fact)
                .post("/things/facts")
                .then()
                .statusCode(204);

        Map<String, String> headers =
                Facts.consume(Parts.HAPPENED).ofKey(fact.name(), 1).getFirst().headers();
        assertEquals(id, headers.get("correlation-id"));
        assertEquals(TRACE, headers.get("traceparent"));
        assertEquals(id, correlationOf(fact));
    }

    @Test
    void it_is_still_there_when_a_fact_is_tried_again() {
        Happened fact = Happened.to("third-" + UUID.randomUUID());

        Facts.publish(
                Parts.HAPPENED, fact.name(), fact.json(), Map.of("correlation-id", "again-1"));

        assertEquals("again-1", correlationOf(fact));
    }

    private static List<String> requests(LogLines log, String id) {
        return log.under(id).stream()
                .filter(line -> line.getLoggerName().equals(WriteLog.class.getName()))
                .map(line -> line.getMessage().formatted(line.getParameters()))
                .toList();
    }

    private String correlationOf(Happened fact) {
        String query = "select correlation_id from thing where name = $1";
        return Awaitility.await()
                .until(() -> sql.rows(query, fact.name()), rows -> !rows.isEmpty())
                .getFirst()
                .getString(0);
    }
}
