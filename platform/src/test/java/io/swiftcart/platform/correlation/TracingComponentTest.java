package io.swiftcart.platform.correlation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.FreePort;
import io.swiftcart.stack.testing.TraceReceiver;
import io.swiftcart.stack.testing.TraceReceiver.Seen;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a collector; the other tests of this module run without one. */
@QuarkusTest
@TestProfile(TracingComponentTest.Traced.class)
class TracingComponentTest {
    private static final String CALLER = "00f067aa0ba902b7";
    private static TraceReceiver collector;

    /** Tests and profile are of different class loaders: the port is a system property. */
    public static final class Traced implements QuarkusTestProfile {
        private static final String PORT = "things.traces.port";

        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(FreePort.any()));
            }
            return Map.of(
                    "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + System.getProperty(PORT),
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    @BeforeAll
    static void collect() {
        collector = TraceReceiver.at(Integer.getInteger(Traced.PORT));
    }

    @AfterAll
    static void end() {
        collector.close();
    }

    @Test
    void a_request_its_fact_and_whoever_hears_of_it_are_one_trace() {
        String trace = newTrace();
        Happened fact = Happened.to("traced-" + trace);

        happen(fact, trace, "01");

        Seen request = span(trace, "POST /things/facts");
        Seen sending = span(trace, "send " + Parts.HAPPENED);
        Seen hearing = span(trace, "process " + Parts.HAPPENED);
        assertEquals(CALLER, request.parentId());
        assertEquals("SERVER", request.kind());
        assertEquals("/things/facts", request.attributes().get("http.route"));
        assertEquals(request.spanId(), sending.parentId());
        assertEquals("PRODUCER", sending.kind());
        assertEquals(Parts.HAPPENED, sending.attributes().get("messaging.destination.name"));
        assertEquals(sending.spanId(), hearing.parentId());
        assertEquals("CONSUMER", hearing.kind());
        assertEquals(
                "00-%s-%s-01".formatted(trace, sending.spanId()),
                Facts.consume(Parts.HAPPENED)
                        .ofKey(fact.name(), 1)
                        .getFirst()
                        .headers()
                        .get("traceparent"));
    }

    @Test
    void a_call_carries_the_trace_parent_of_its_own_span_and_no_other() {
        String trace = newTrace();

        String sent =
                given().header("traceparent", traceparent(trace, "01"))
                        .get("/things/hops")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("sentTrace");

        Seen call =
                Awaitility.await()
                        .until(
                                () ->
                                        collector.ofTrace(trace).stream()
                                                .filter(span -> span.kind().equals("CLIENT"))
                                                .toList(),
                                spans -> !spans.isEmpty())
                        .getFirst();
        assertEquals("00-%s-%s-01".formatted(trace, call.spanId()), sent);
    }

    @Test
    void what_the_caller_does_not_want_traced_is_not_but_its_trace_goes_on() {
        String unwanted = newTrace();
        String wanted = newTrace();
        Happened fact = Happened.to("untraced-" + unwanted);

        happen(fact, unwanted, "00");
        happen(Happened.to("traced-" + wanted), wanted, "01");

        String sent =
                Facts.consume(Parts.HAPPENED)
                        .ofKey(fact.name(), 1)
                        .getFirst()
                        .headers()
                        .getOrDefault("traceparent", "");
        assertTrue(sent.matches("00-" + unwanted + "-[0-9a-f]{16}-00"), sent);
        span(wanted, "process " + Parts.HAPPENED);
        assertEquals(List.of(), collector.ofTrace(unwanted));
    }

    @Test
    void a_span_names_the_route_and_nobody() {
        String trace = newTrace();
        String cart = "_aBcDeFgHiJkLmNoPqRsTuVw";

        given().header("traceparent", traceparent(trace, "01"))
                .header("User-Agent", "alice's telephone")
                .queryParam("email", "alice@example.com")
                .get("/things/" + cart);

        Seen request = span(trace, "GET /things/{id}");
        String said = request.attributes().toString();
        assertTrue(!said.contains("alice") && !said.contains(cart), said);
        assertEquals("-", request.attributes().get("client.address"));
        assertEquals("-", request.attributes().getOrDefault("network.peer.address", "-"));
    }

    @Test
    void what_was_wrong_with_a_body_is_not_told() {
        String trace = newTrace();

        given().contentType("application/json")
                .header("traceparent", traceparent(trace, "01"))
                .body("{\"name\": {\"street\": \"221b Baker Street\"}, \"221b\": 221b Baker}")
                .post("/things")
                .then()
                .statusCode(400);

        String said = span(trace, "POST /things").toString();
        assertTrue(!said.contains("221b"), said);
    }

    private static void happen(Happened fact, String trace, String flags) {
        given().contentType("application/json")
                .header("traceparent", traceparent(trace, flags))
                .body(fact)
                .post("/things/facts")
                .then()
                .statusCode(204);
    }

    private static Seen span(String trace, String name) {
        return Awaitility.await("the span " + name)
                .until(
                        () ->
                                collector.ofTrace(trace).stream()
                                        .filter(span -> span.name().equals(name))
                                        .toList(),
                        spans -> !spans.isEmpty())
                .getFirst();
    }

    private static String traceparent(String trace, String flags) {
        return "00-" + trace + "-" + CALLER + "-" + flags;
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
