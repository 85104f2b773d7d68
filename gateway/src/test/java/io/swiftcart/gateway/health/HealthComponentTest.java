package io.swiftcart.gateway.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Answer;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthComponentTest {
    private static final Set<String> SERVICES =
            Set.of("account", "cart", "catalog", "inventory", "notification", "order", "payment");

    private final Map<String, Neighbour> managements = new TreeMap<>();

    @BeforeEach
    void open() {
        SERVICES.forEach(name -> managements.put(name, Neighbour.open(name + "-management")));
    }

    @AfterEach
    void close() {
        managements.values().forEach(Neighbour::close);
    }

    @Test
    void all_ready_is_up() {
        JsonObject health = eventually("UP", 200);

        assertEquals(SERVICES, health.getJsonObject("services").fieldNames());
        assertEquals(Set.of("status", "services"), health.fieldNames());
        SERVICES.forEach(
                name ->
                        assertEquals(
                                new JsonObject().put("status", "UP"),
                                health.getJsonObject("services").getJsonObject(name)));
        managements
                .values()
                .forEach(
                        management ->
                                assertEquals(
                                        "GET /q/health/ready",
                                        management.received().getFirst().line()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "catalog", "notification"})
    void a_service_that_orders_can_do_without_degrades_the_shop(String name) {
        managements.get(name).answering(request -> request.response().setStatusCode(503).end());

        eventually("DEGRADED", 200, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "inventory", "payment"})
    void a_service_that_every_order_needs_takes_the_shop_down(String name) {
        managements.get(name).close();

        eventually("DOWN", 503, name);
    }

    @Test
    void one_ready_replica_of_two_is_enough() {
        managements.get("catalog").close();
        try (Neighbour second = Neighbour.open("catalog-2-management")) {
            await().untilAsserted(
                            () -> {
                                eventually("UP", 200);
                                assertTrue(!second.received().isEmpty());
                            });
        }
    }

    @Test
    void a_service_that_does_not_answer_is_down_in_time() {
        managements.get("notification").answering(_ -> {});

        eventually("DEGRADED", 200, "notification");
    }

    @Test
    void services_are_not_asked_more_often_than_once_a_second() {
        eventually("UP", 200);
        int before = managements.get("order").received().size();

        for (int i = 0; i < 50; i++) {
            Wire.ask("GET /api/v1/health");
        }

        assertTrue(managements.get("order").received().size() - before < 10);
    }

    /** An answer may be a second old, and a service is given a little more to answer. */
    private static JsonObject eventually(String status, int code, String... down) {
        return await().until(
                        () -> Wire.ask("GET /api/v1/health"),
                        answer -> isHealth(answer, status, code, Set.of(down)))
                .json();
    }

    private static boolean isHealth(Answer answer, String status, int code, Set<String> down) {
        return answer.status() == code
                && answer.header("Content-Type").startsWith("application/json")
                && status.equals(answer.json().getString("status"))
                && down.equals(down(answer.json()));
    }

    private static Set<String> down(JsonObject health) {
        return SERVICES.stream()
                .filter(name -> status(health, name).equals("DOWN"))
                .collect(Collectors.toSet());
    }

    private static String status(JsonObject health, String service) {
        return health.getJsonObject("services").getJsonObject(service).getString("status");
    }
}
