package io.swiftcart.inventory;

import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.RESERVATIONS;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.swiftcart.inventory.Shelves.Wish;
import io.swiftcart.stack.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once. Answers are counted by status; what is in the books afterwards is exact. */
@QuarkusTest
class ContentionComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = Tokens.of("manager");

    ContentionComponentTest(Ledger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @AfterEach
    void the_books_are_exact() {
        ledger.assertExact();
    }

    @Test
    void two_hundred_buyers_of_fifty_units_get_exactly_fifty() {
        String sku = aSkuWith(50);

        Map<Integer, Long> answers = storm(200, _ -> reserving(order().of(sku, 1)));

        assertEquals(Map.of(201, 50L, 409, 150L), answers);
        read(sku).then().body("onHand", equalTo(50)).body("reserved", equalTo(50));
        assertEquals(
                "50",
                ledger.one(
                        "select count(*) from movement where sku = $1 and type = 'RESERVED'", sku));
    }

    @Test
    void orders_of_the_same_skus_in_opposite_order_do_not_block_each_other() {
        String first = aSkuWith(1_000);
        String second = aSkuWith(1_000);

        Map<Integer, Long> answers =
                storm(
                        100,
                        i ->
                                reserving(
                                        i % 2 == 0
                                                ? order().of(first, 1).of(second, 2)
                                                : order().of(second, 2).of(first, 1)));

        assertEquals(Map.of(201, 100L), answers);
        read(first).then().body("reserved", equalTo(100));
        read(second).then().body("reserved", equalTo(200));
    }

    @Test
    void one_order_that_asks_twenty_times_at_once_is_held_once() {
        String sku = aSkuWith(3);
        Wish wish = order().of(sku, 3);

        Map<Integer, Long> answers = storm(20, _ -> reserving(wish));

        assertEquals(Map.of(201, 20L), answers);
        read(sku).then().body("reserved", equalTo(3)).body("version", equalTo(2));
    }

    @Test
    void a_reservation_that_races_with_its_release_holds_nothing_in_the_end() {
        String sku = aSkuWith(1_000);
        List<Wish> wishes = IntStream.range(0, 25).mapToObj(_ -> order().of(sku, 1)).toList();

        Map<Integer, Long> answers =
                storm(
                        50,
                        i ->
                                i % 2 == 0
                                        ? reserving(wishes.get(i / 2))
                                        : settling(wishes.get(i / 2), "release"));

        assertEquals(
                50L,
                answers.getOrDefault(200, 0L)
                        + answers.getOrDefault(201, 0L)
                        + answers.getOrDefault(409, 0L));
        read(sku).then().body("onHand", equalTo(1_000)).body("reserved", equalTo(0));
    }

    @Test
    void commits_and_releases_of_one_order_agree_on_one_end() {
        String sku = aSkuWith(100);
        List<Wish> wishes = IntStream.range(0, 10).mapToObj(_ -> order().of(sku, 1)).toList();
        wishes.forEach(Wish::held);

        Map<Integer, Long> answers =
                storm(
                        40,
                        i -> settling(wishes.get(i % 10), i / 10 % 2 == 0 ? "commit" : "release"));

        assertEquals(Map.of(200, 20L, 409, 20L), answers);
        read(sku).then().body("reserved", equalTo(0));
    }

    @Test
    void of_many_changes_based_on_one_version_one_succeeds() {
        String sku = aSkuWith(10);
        Map<String, Object> change = Map.of("delta", 1, "reason", "delivery");

        Map<Integer, Long> answers =
                storm(
                        20,
                        _ ->
                                request(INVENTORY + "/" + sku + "/stock")
                                        .header("If-Match", "\"1\"")
                                        .PUT(body(change))
                                        .build());

        assertEquals(Map.of(200, 1L, 412, 19L), answers);
        read(sku).then().body("onHand", equalTo(11)).body("version", equalTo(2));
    }

    private HttpRequest reserving(Wish wish) {
        return request(RESERVATIONS).POST(body(wish.body())).build();
    }

    private HttpRequest settling(Wish wish, String how) {
        return request(RESERVATIONS + "/" + wish.orderId() + "/" + how)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpRequest.BodyPublisher body(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends all at once and counts the answers by status. */
    private Map<Integer, Long> storm(int requests, Function<Integer, HttpRequest> make) {
        List<HttpRequest> all = IntStream.range(0, requests).boxed().map(make).toList();
        Stream<CompletableFuture<HttpResponse<Void>>> answers =
                all.stream()
                        .map(
                                request ->
                                        client.sendAsync(
                                                request, HttpResponse.BodyHandlers.discarding()))
                        .toList()
                        .stream();
        return answers.map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }
}
