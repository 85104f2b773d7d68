package io.swiftcart.order.history;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.one;
import static io.swiftcart.order.Ordering.placed;
import static io.swiftcart.order.Ordering.token;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingOrdersComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        sku = Store.aSku(100);
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
        clients.shutdownNow();
    }

    @Test
    void the_history_comes_first_and_then_what_happens() {
        String id = placed("alice", one(sku));
        Queue<String> told = follow(id, "");
        await().atMost(SOON).until(() -> ids(told).equals(List.of("1", "2")));

        cancel(id);

        await().atMost(SOON).until(() -> ids(told).equals(List.of("1", "2", "3")));
        assertTrue(told.contains("event:OrderCancelled"), told::toString);
    }

    @Test
    void a_client_that_comes_back_goes_on_where_it_broke_off() {
        String id = placed("alice", one(sku));
        cancel(id);

        Queue<String> told = follow(id, "1");

        await().atMost(SOON).until(() -> ids(told).equals(List.of("2", "3")));
    }

    @Test
    void a_client_that_has_seen_all_is_answered_at_once_and_kept_alive() {
        String id = placed("alice", one(sku));
        Queue<String> whole = follow(id, "");
        await().atMost(SOON).until(() -> ids(whole).equals(List.of("1", "2")));

        Queue<String> told = follow(id, "2");

        await().atMost(Duration.ofSeconds(3)).until(() -> comments(told) == 1);
        await().atMost(SOON).until(() -> comments(told) == 2);
        assertEquals(List.of(), ids(told));
    }

    @Test
    void anothers_order_is_not_followed_and_others_get_json() {
        String id = placed("alice", one(sku));

        Refusal.of(as("bob").accept("text/event-stream").get(ORDERS + "/" + id + "/events"))
                .statusCode(404);
        Refusal.of(
                        as("alice")
                                .accept("text/event-stream")
                                .get(ORDERS + "/" + UUID.randomUUID() + "/events"))
                .statusCode(404);
        for (String accept : new String[] {"*/*", "application/json"}) {
            as("alice")
                    .accept(accept)
                    .get(ORDERS + "/" + id + "/events")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("items.size()", equalTo(2));
        }
    }

    private static void cancel(String id) {
        assertEquals(
                200,
                as("alice")
                        .header("Idempotency-Key", aKey())
                        .header("Prefer", "wait=10")
                        .body("{\"reason\":\"changed my mind\"}")
                        .put(ORDERS + "/" + id + "/cancel")
                        .statusCode());
    }

    private static long comments(Queue<String> told) {
        return told.stream().filter(line -> line.startsWith(":")).count();
    }

    private static List<String> ids(Queue<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    private Queue<String> follow(String id, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + ORDERS
                                                + "/"
                                                + id
                                                + "/events"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token("alice"));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        Queue<String> told = new ConcurrentLinkedQueue<>();
        clients.execute(() -> read(request.build(), told));
        return told;
    }

    private void read(HttpRequest request, Queue<String> told) {
        try {
            http.send(request, HttpResponse.BodyHandlers.ofLines()).body().forEach(told::add);
        } catch (IOException | UncheckedIOException | InterruptedException e) {
            told.add("over");
        }
    }
}
