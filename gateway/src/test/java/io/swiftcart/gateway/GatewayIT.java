package io.swiftcart.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Received;
import io.swiftcart.gateway.wire.Wire;
import io.swiftcart.platform.packaged.PackagedService;
import io.swiftcart.stack.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public door as it is delivered: tokens, routes, quotas in Redis, and the pages it has. */
@QuarkusIntegrationTest
class GatewayIT implements PackagedService {
    private final List<Neighbour> neighbours = new ArrayList<>();

    @AfterEach
    void close() {
        neighbours.forEach(Neighbour::close);
    }

    @Override
    public String service() {
        return "gateway";
    }

    @Test
    void a_request_passes_with_its_token_and_body_as_they_came() {
        Neighbour order = opened("order");
        byte[] body = " {\"näme\" : 1.0} ".getBytes(StandardCharsets.UTF_8);
        String bearer = "Bearer " + Tokens.of("alice");

        Answer answer =
                Wire.send(
                        "POST /api/v1/orders?a=%20b",
                        body, "Authorization: " + bearer, "Content-Type: application/json");

        assertEquals(200, answer.status());
        assertEquals("{\"of\":\"service\"}", answer.text());
        assertTrue(answer.header("RateLimit").startsWith("\"user\""));
        Received sent = order.only();
        assertEquals("POST /api/v1/orders?a=%20b", sent.line());
        assertArrayEquals(body, sent.body());
        assertEquals(List.of(bearer), sent.header("Authorization"));
        assertEquals(1, sent.header("X-Correlation-ID").size());
    }

    @Test
    void what_is_beyond_the_quota_is_refused() {
        opened("catalog");
        String client = "Authorization: Bearer " + Tokens.of("inventory");

        await().atMost(SOON)
                .until(
                        () -> Wire.ask("GET /api/v1/products", client),
                        answer -> answer.status() == 429);

        Answer refused = Wire.ask("GET /api/v1/products", client);
        assertEquals("quota-exceeded", refused.problem());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    }

    @Test
    void who_does_not_answer_is_away_and_what_is_internal_is_nowhere() {
        assertEquals("service-unavailable", Wire.ask("GET /api/v1/carts/x").problem());
        assertEquals("not-found", Wire.ask("GET /internal/orders/x").problem());
        Answer wrong = Wire.ask("DELETE /api/v1/orders");
        assertEquals("method-not-allowed", wrong.problem());
        assertTrue(wrong.header("Allow").contains("POST"));
    }

    @Test
    void health_tells_of_every_service() {
        opened("order-management");

        JsonObject health = Wire.ask("GET /api/v1/health").json();

        assertEquals("DOWN", health.getString("status"));
        assertEquals(7, health.getJsonObject("services").size());
    }

    @Test
    void operators_pages_are_for_admins_and_need_every_service() {
        String page = "GET /api/v1/admin/invariants";

        assertEquals(401, Wire.ask(page).status());
        assertEquals(403, Wire.ask(page, "Authorization: Bearer " + Tokens.of("manager")).status());
        assertEquals(
                "service-unavailable",
                Wire.ask(page, "Authorization: Bearer " + Tokens.of("admin")).problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "invariants | invariants | "
                        + "{'checkedAt':'2026-11-20T12:00:00Z','invariants':[{'id':'I3','holds':true,'figure':1,'violations':[]}]}",
                "dead-letters | items | "
                        + "{'items':[{'id':'0192f0c1-0000-7000-8000-000000000000','topic':'orders.confirmed.v1',"
                        + "'partition':1,'offset':2,'key':'k','consumer':'order','reason':'r',"
                        + "'stackHash':'0123456789abcdef','headers':{'ce_id':'e'},'payload':{'a':[1,null]},'attempts':7,"
                        + "'failedAt':'2026-11-20T12:00:00Z','correlationId':'c'}],'nextCursor':null}",
                "audit | items | "
                        + "{'items':[{'id':'0192f0c1-0000-7000-8000-000000000000','service':'order','actor':'a',"
                        + "'action':'POST /x','subject':'/x','reason':'','occurredAt':'2026-11-20T12:00:00Z',"
                        + "'origin':'127.0.0.1','correlationId':'c'}],'nextCursor':null}",
                "audit/verification | services | "
                        + "{'service':'order','entries':1,'holds':true,'head':'ab','violations':[]}"
            })
    void operators_pages_are_those_of_all_services(String page, String list, String ofService) {
        for (String service : Services.WITH_DATABASE) {
            opened(service)
                    .answering(
                            request ->
                                    request.response()
                                            .putHeader("Content-Type", "application/json")
                                            .end(ofService.replace('\'', '"')));
        }

        Answer answer =
                Wire.ask(
                        "GET /api/v1/admin/" + page, "Authorization: Bearer " + Tokens.of("admin"));

        assertEquals(200, answer.status(), answer.text());
        assertFalse(answer.json().getJsonArray(list).isEmpty());
    }

    @Test
    void a_problem_has_a_page_that_says_what_to_do() {
        Answer page = Wire.ask("GET /problems/payment-unavailable");

        assertEquals(200, page.status());
        assertTrue(page.text().contains("<h1>Payments cannot be taken at the moment.</h1>"));
        assertEquals(404, Wire.ask("GET /problems/nothing").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/start.js",
                "/docs/swagger-ui-bundle.js",
                "/docs/swagger-ui.css",
                "/openapi.json"
            })
    void the_reference_comes_from_here(String path) {
        Answer answer = Wire.ask("GET " + path);

        assertEquals(200, answer.status());
        assertTrue(answer.whole() && answer.body().length > 0);
        assertEquals(
                304, Wire.ask("GET " + path, "If-None-Match: " + answer.header("ETag")).status());
    }

    private Neighbour opened(String service) {
        Neighbour neighbour = Neighbour.open(service);
        neighbours.add(neighbour);
        return neighbour;
    }
}
