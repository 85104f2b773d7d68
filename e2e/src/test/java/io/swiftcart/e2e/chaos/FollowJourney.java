package io.swiftcart.e2e.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.e2e.load.Purchase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator asks what became of one order whose payment did not go smoothly. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class FollowJourney {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> ON_THE_WAY =
            List.of("gateway", "order", "inventory", "payment", "notification");

    private final ChaosShop shop;

    FollowJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void an_order_is_followed_from_its_request_to_its_mail_by_one_id(Seed seed) {
        String id = "follow-" + seed.value();
        shop.shop().fault("payment.lost-reply", 1);

        Answer placed = place(Purchase.of(shop.key(seed), "SKU-00007").waiting(0), id);

        assertEquals(202, placed.status(), placed::body);
        assertEquals(id, placed.headers().get("X-Correlation-ID"));
        String order = placed.json().path("orderId").asText();
        await().atMost(SOON).until(() -> !log("payment", id).isEmpty());
        shop.judge();
        assertEquals("CONFIRMED", ask("/orders/" + order).path("status").asText());
        assertHistoryIsWhole(order);
        assertSagaHasEnded(order);
        assertEquals(List.of(id), correlationsOnTopic(order));
        ON_THE_WAY.forEach(
                service ->
                        assertTrue(
                                !log(service, id).isEmpty(),
                                () -> service + " says nothing of " + id));
        assertTrue(
                log("notification", id).stream().anyMatch(line -> line.contains(order)),
                "the log does not name the mail");
    }

    private void assertHistoryIsWhole(String order) {
        List<JsonNode> events =
                ask("/orders/" + order + "/events").path("items").valueStream().toList();
        assertEquals(
                IntStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(event -> event.path("version").asInt()).toList());
        assertTrue(
                events.stream().noneMatch(event -> event.path("cause").asText().isBlank()),
                events::toString);
        assertEquals("OrderConfirmed", events.getLast().path("type").asText());
    }

    private void assertSagaHasEnded(String order) {
        JsonNode saga = ask("/orders/" + order + "/saga");
        assertEquals("CONFIRMED", saga.path("state").asText(), saga::toString);
        assertEquals(false, saga.path("stuck").asBoolean(), saga::toString);
        assertTrue(saga.path("owed").isEmpty(), saga::toString);
    }

    private List<String> correlationsOnTopic(String order) {
        return shop.bus().all("orders.confirmed.v1").stream()
                .filter(fact -> order.equals(fact.key()))
                .map(fact -> fact.headers().getOrDefault("correlation-id", ""))
                .distinct()
                .toList();
    }

    /** What a service has logged under the id; of all its replicas. */
    private List<String> log(String service, String id) {
        try {
            return shop.shop().logs().stream()
                    .filter(log -> log.getFileName().toString().matches(service + "(-\\d+)?.log"))
                    .flatMap(FollowJourney::lines)
                    .filter(line -> line.contains("\"correlationId\":\"" + id + "\""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Answer place(Purchase purchase, String correlation) {
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        "Bearer " + shop.shop().token("loadtest"),
                        "Idempotency-Key",
                        purchase.key(),
                        "Prefer",
                        "respond-async",
                        "X-Correlation-ID",
                        correlation);
        return Http.post(shop.shop().gateway() + "/api/v1/orders", headers, purchase.body());
    }

    private JsonNode ask(String path) {
        Map<String, String> operator =
                Map.of("Authorization", "Bearer " + shop.shop().token("manager"));
        return Http.get(shop.shop().gateway() + "/api/v1" + path, operator).json();
    }
}
