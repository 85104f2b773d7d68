package io.swiftcart.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.platform.contract.EventContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order through the whole shop, and what may go wrong on its way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.class)
class OrderJourney {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final int SOLD_PER_ORDER = 3;

    private final Shop shop;
    private Buyer alice;
    private Buyer manager;

    OrderJourney(Shop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void open() {
        login();
    }

    @Test
    void an_order_is_confirmed_at_the_catalogues_price_and_leaves_the_stock() {
        String sku = "SKU-00001";
        int price = alice.get("/products/by-sku/" + sku).json().path("price").asInt();
        int before = onHand(sku);

        Answer answer = alice.order(key(), sku, SOLD_PER_ORDER, Buyer.GOOD_CARD);

        assertEquals(201, answer.status(), answer::body);
        JsonNode order = answer.json();
        assertEquals("CONFIRMED", order.path("status").asText());
        assertEquals(SOLD_PER_ORDER * price, order.path("subtotal").asInt());
        assertEquals(totalOf(order), order.path("totalAmount").asInt());
        awaitStock(sku, before - SOLD_PER_ORDER);
    }

    @Test
    void the_quickstart_does_what_it_says() {
        String said = Quickstart.type(Command.ROOT, shop);

        assertTrue(said.contains("CONFIRMED"), said);
    }

    @Test
    void what_is_found_and_put_into_a_cart_is_confirmed_at_the_total_that_was_shown() {
        Shopping shopper = Shopping.with(alice);
        JsonNode product = shopper.get("/products/by-sku/SKU-00020").json();
        String name = product.path("name").asText();
        String misspelt = name.charAt(0) + name.substring(2);
        assertTrue(
                shopper.found(misspelt).stream()
                        .anyMatch(hit -> name.equals(hit.path("name").asText())),
                () -> misspelt + " does not find " + name);
        String cart = shopper.cartWith("SKU-00020", 2);
        JsonNode before = shopper.checkoutOf(cart);
        long shown = before.path("totalAmount").asLong();
        assertEquals(0, before.path("requirements").size(), before::toString);

        long dearer = product.path("price").asLong() + 100;
        Shopping.with(manager).reprice(product.path("id").asText(), dearer);
        await().atMost(SOON)
                .until(
                        () ->
                                shopper.cart(cart)
                                        .json()
                                        .path("items")
                                        .path(0)
                                        .path("priceChanged")
                                        .asBoolean());

        String session = before.path("sessionId").asText();
        long total =
                await().atMost(SOON).until(() -> totalOf(shopper, session), now -> now != shown);
        assertProblem(409, "total-changed", shopper.completed(session, shown));
        Answer answer = shopper.completed(session, total);

        assertEquals(201, answer.status(), answer::body);
        assertEquals("CONFIRMED", answer.json().path("status").asText());
        assertEquals(total, answer.json().path("totalAmount").asLong());
        assertEquals(2 * dearer, answer.json().path("subtotal").asLong());
        await().atMost(SOON).until(() -> shopper.cart(cart).status() == 404);
    }

    @Test
    void a_guest_checks_out_and_opens_the_order_by_its_token() {
        Shopping guest = Shopping.asGuest(shop.gateway());
        JsonNode session = guest.checkoutOf(guest.cartWith("SKU-00021", 1));

        JsonNode order =
                guest.completed(
                                session.path("sessionId").asText(),
                                session.path("totalAmount").asLong())
                        .json();

        assertEquals("CONFIRMED", order.path("status").asText(), order::toString);
        String url = shop.gateway() + "/api/v1/orders/" + order.path("orderId").asText();
        assertEquals(401, Http.get(url, Map.of()).status());
        Map<String, String> token = Map.of("X-Order-Token", order.path("orderToken").asText());
        assertEquals(200, Http.get(url, token).status());
    }

    @Test
    void a_confirmed_order_is_mailed_to_its_customer() {
        String number = confirmed("SKU-00002").path("orderNumber").asText();

        await().atMost(SOON).until(() -> mailsAbout(number) == 1);
    }

    @Test
    void facts_that_are_read_again_from_the_first_change_nothing() {
        String sku = "SKU-00008";
        int before = onHand(sku);
        String number = confirmed(sku).path("orderNumber").asText();
        awaitStock(sku, before - 1);
        await().atMost(SOON).until(() -> mailsAbout(number) == 1);
        String movements = manager.get("/inventory/" + sku + "/movements").body();

        bus().replay("orders.confirmed.v1");

        for (String group : List.of("inventory", "notification")) {
            await().atMost(SOON).until(() -> bus().isReadBy(group, "orders.confirmed.v1"));
        }
        assertEquals(movements, manager.get("/inventory/" + sku + "/movements").body());
        assertEquals(1, mailsAbout(number));
    }

    @Test
    void a_confirmed_order_becomes_a_fact_that_keeps_its_contract() {
        String orderId = confirmed("SKU-00003").path("orderId").asText();
        Bus bus = bus();

        await().atMost(SOON)
                .until(
                        () ->
                                bus.all("orders.confirmed.v1").stream()
                                        .anyMatch(fact -> orderId.equals(fact.key())));

        EventContract contract = EventContract.of("orders.confirmed.v1");
        bus.all("orders.confirmed.v1")
                .forEach(fact -> contract.accepts(fact.value(), fact.headers()));
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_order() {
        String key = key();
        int before = onHand("SKU-00004");

        Answer first = alice.order(key, "SKU-00004", 1, Buyer.GOOD_CARD);
        Answer second = alice.order(key, "SKU-00004", 1, Buyer.GOOD_CARD);

        assertEquals(201, first.status(), first::body);
        assertEquals(first.status(), second.status());
        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().get("Idempotent-Replayed"));
        awaitStock("SKU-00004", before - 1);
    }

    @Test
    void a_declined_card_gives_the_stock_back() {
        int before = available("SKU-00005");

        Answer answer = alice.order(key(), "SKU-00005", 2, Buyer.DECLINED_CARD);

        assertProblem(402, "payment-declined", answer);
        await().atMost(SOON).until(() -> available("SKU-00005") == before);
    }

    @Test
    void an_order_for_more_than_there_is_names_the_lines() {
        Answer answer = alice.order(key(), "SKU-00499", 1, Buyer.GOOD_CARD);

        assertProblem(409, "insufficient-stock", answer);
        assertEquals("SKU-00499", answer.json().path("items").path(0).path("sku").asText());
    }

    @Test
    void an_unknown_sku_is_refused() {
        assertProblem(422, "unknown-sku", alice.order(key(), "NO-SUCH-SKU", 1, Buyer.GOOD_CARD));
    }

    @Test
    void a_killed_service_comes_back_by_itself() {
        long killed = shop.pidOf("inventory");
        assertTrue(ProcessHandle.of(killed).orElseThrow().destroyForcibly());

        await().atMost(RECOVERY).ignoreExceptions().until(() -> shop.pidOf("inventory") != killed);
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> alice.order(key(), "SKU-00006", 1, Buyer.GOOD_CARD).status() == 201);
        assertNotEquals(killed, shop.pidOf("inventory"));
    }

    @Test
    void an_order_outlives_a_restart_of_everything() {
        String orderId = confirmed("SKU-00007").path("orderId").asText();

        shop.down();
        assertFalse(shop.isRunning());
        shop.upAgain();
        login();

        JsonNode order = alice.get("/orders/" + orderId).json();
        assertEquals("CONFIRMED", order.path("status").asText());
    }

    @Test
    void every_metric_that_is_promised_is_served() {
        String number = confirmed("SKU-00008").path("orderNumber").asText();
        await().atMost(SOON).until(() -> mailsAbout(number) == 1);

        await().atMost(SOON).untilAsserted(() -> assertEquals(Set.of(), Metrics.missingIn(shop)));
    }

    @Test
    void nothing_blocks_an_event_loop_under_load() throws IOException {
        String number = confirmed("SKU-00009").path("orderNumber").asText();
        await().atMost(SOON).until(() -> mailsAbout(number) == 1);
        List<Path> logs = shop.logs();
        assertFalse(logs.isEmpty(), "no logs to judge");
        HeldLoops held = HeldLoops.from(logs);

        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 200).forEach(i -> clients.execute(() -> order("SKU-0001" + i % 10)));
        }

        await().atMost(RECOVERY).until(() -> bus().isReadBy("notification", "orders.confirmed.v1"));
        List<HeldLoops.Report> reports = held.reports(logs);
        reports.forEach(System.out::println);
        assertEquals(List.of(), HeldLoops.blocked(reports));
    }

    private static long totalOf(Shopping shopper, String session) {
        return shopper.get("/checkout/sessions/" + session).json().path("totalAmount").asLong();
    }

    private void login() {
        alice = new Buyer(shop.gateway(), shop.token("alice"));
        manager = new Buyer(shop.gateway(), shop.token("manager"));
    }

    private Answer order(String sku) {
        return alice.order(key(), sku, 1, Buyer.GOOD_CARD);
    }

    private JsonNode confirmed(String sku) {
        Answer answer = order(sku);
        assertEquals(201, answer.status(), answer::body);
        return answer.json();
    }

    private Bus bus() {
        return new Bus(shop.run().path("kafka").path("bootstrap").asText());
    }

    private long mailsAbout(String orderNumber) {
        return new Mailbox(shop.run().path("mail").path("ui").asText(), "alice@example.com")
                .about(orderNumber);
    }

    private int onHand(String sku) {
        return manager.get("/inventory/" + sku).json().path("onHand").asInt();
    }

    private int available(String sku) {
        return manager.get("/inventory/" + sku).json().path("available").asInt();
    }

    private void awaitStock(String sku, int expected) {
        await().atMost(SOON).untilAsserted(() -> assertEquals(expected, onHand(sku)));
    }

    private static int totalOf(JsonNode order) {
        return order.path("subtotal").asInt()
                - order.path("discount").asInt()
                + order.path("shipping").asInt()
                + order.path("tax").asInt();
    }

    private static void assertProblem(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer::body);
        assertEquals(code, answer.json().path("code").asText());
        assertFalse(answer.json().path("correlationId").asText().isEmpty());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
