package io.swiftcart.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.stack.testing.TraceReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Customers and guests order, are declined, are refunded and mistype, with data that nobody can
 * mistake; afterwards none of it is in a log, a trace, a fact or a dead letter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.class)
class PrivacyJourney {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EMAIL = "zaphod.unmistakable7313@example.org";
    private static final Map<String, String> ADDRESS =
            Map.of(
                    "name", "Quillfeather Ustinov",
                    "line1", "Unmistakable Alley 7313",
                    "city", "Zyxwvutsburg",
                    "postalCode", "98Q31",
                    "country", "US",
                    "phone", "+1 555 7313 0042");

    /** Not the one of the sample order that the summary of {@code up} shows. */
    private static final String CARD = "pm_card_jcb";

    /** What a log may not hold of a person, in the words it was sent with. */
    private static final List<String> PERSONAL =
            List.of(
                    "unmistakable7313",
                    "Quillfeather",
                    "Unmistakable Alley",
                    "Zyxwvutsburg",
                    "98Q31",
                    "7313 0042",
                    "alice@example.com",
                    "Alice Adams",
                    CARD,
                    Buyer.DECLINED_CARD);

    /** The mail server and the provider stand for others, who have to know. */
    private static final List<String> OTHERS = List.of("mail", "paymentSandbox", "sandbox");

    private final Shop shop;
    private final TraceReceiver collector;
    private String alice;
    private String manager;
    private String admin;
    private final List<String> forbidden = new ArrayList<>(PERSONAL);

    PrivacyJourney(Shop shop, TraceReceiver collector) {
        this.shop = shop;
        this.collector = collector;
    }

    @BeforeAll
    void open() {
        alice = shop.token("alice");
        manager = shop.token("manager");
        admin = shop.token("admin");
        for (String token : List.of(alice, manager, admin)) {
            forbidden.add(token.substring(token.lastIndexOf('.') + 1));
        }
        JsonNode sandbox = shop.run().path("paymentSandbox");
        forbidden.add(sandbox.path("apiKey").asText());
        forbidden.add(sandbox.path("webhookSecret").asText());
    }

    @Test
    void nothing_of_a_person_is_in_a_log_a_trace_a_fact_or_a_dead_letter() throws IOException {
        shop.fault("notification.fail", 1);
        JsonNode order = customerOrders();
        declined();
        guestChecksOut();
        mistypes();
        forbidden.addAll(new AccountOwner(shop, EMAIL, ADDRESS).secretsOfALife());
        refund(order.path("orderId").asText());
        await().atMost(SOON).until(() -> deadLetters().path("items").size() >= 3);
        shop.noFaults();
        Answer replayed =
                Http.post(admin("/dead-letters/replay"), bearer(admin), Map.of("dryRun", false));
        assertEquals(200, replayed.status(), replayed::body);
        await().atMost(SOON).until(() -> mailed(order.path("orderNumber").asText()));

        List<String> found = new ArrayList<>();
        for (Path log : logs()) {
            search("log " + log.getFileName(), Files.readString(log), found);
        }
        assertFalse(collector.all().isEmpty(), "no traces to judge");
        collector.all().forEach(span -> search("a span", span.toString(), found));
        for (String topic : topics()) {
            new Bus(shop.run().path("kafka").path("bootstrap").asText())
                    .all(topic)
                    .forEach(fact -> search("topic " + topic, fact.text(), found));
        }
        search("dead letters", deadLetters().toString(), found);
        search("audit", Http.get(admin("/audit"), bearer(admin)).body(), found);
        assertEquals(List.of(), found.stream().distinct().toList());
    }

    private JsonNode customerOrders() {
        Answer answer = order(alice, CARD, customer());
        assertEquals(201, answer.status(), answer::body);
        Answer unsaid = order(alice, CARD, Map.of());
        assertEquals(201, unsaid.status(), unsaid::body);
        return answer.json();
    }

    private void declined() {
        Answer answer = order(alice, Buyer.DECLINED_CARD, customer());
        assertEquals(402, answer.status(), answer::body);
    }

    private void guestChecksOut() {
        Shopping guest = Shopping.asGuest(shop.gateway());
        String cart = guest.cartWith("SKU-00031", 1);
        Map<String, String> headers = Map.of("Idempotency-Key", key(), "Prefer", "wait=10");
        Map<String, Object> checkout =
                Map.of("cartId", cart, "customer", customer(), "paymentMethod", CARD);

        Answer answer = Http.post(api("/checkout"), headers, checkout);

        assertEquals(201, answer.status(), answer::body);
        forbidden.add(answer.json().path("orderToken").asText());
        forbidden.add(cart);
    }

    /** Everything here is refused, and its content must not be told in the refusal's log. */
    private void mistypes() {
        Map<String, String> headers = new TreeMap<>(bearer(alice));
        headers.put("Idempotency-Key", key());
        List<Object> bodies =
                List.of(
                        EMAIL,
                        List.of(EMAIL, ADDRESS),
                        Map.of("email", EMAIL),
                        Map.of("customer", Map.of("email", EMAIL + " and more", "name", 7)),
                        Map.of("customer", Map.of("email", EMAIL, EMAIL, ADDRESS)),
                        Map.of("paymentMethod", ADDRESS, "items", EMAIL));
        for (Object body : bodies) {
            for (String path : List.of("/orders", "/checkout", "/checkout/sessions", "/carts")) {
                Answer answer = Http.post(api(path), headers, body);
                assertFalse(answer.status() >= 500, answer::body);
            }
        }
        for (String path :
                List.of(
                        "/orders?customer=" + EMAIL,
                        "/search?q=" + EMAIL,
                        "/orders/" + EMAIL,
                        "/" + EMAIL)) {
            Http.get(api(path), bearer(alice));
            Http.get(api(path), bearer(alice.substring(0, alice.length() - 2)));
        }
    }

    private void refund(String orderId) {
        Map<String, String> headers = new TreeMap<>(bearer(manager));
        headers.put("Idempotency-Key", key());
        Answer answer =
                Http.post(
                        api("/orders/" + orderId + "/refunds"),
                        headers,
                        Map.of("reason", "came broken"));
        assertEquals(201, answer.status(), answer::body);
    }

    private Answer order(String token, String card, Map<String, Object> customer) {
        Map<String, Object> body = new TreeMap<>();
        body.put("items", List.of(Map.of("sku", "SKU-00030", "qty", 1)));
        body.put("currency", "USD");
        body.put("paymentMethod", card);
        if (!customer.isEmpty()) {
            body.put("customer", customer);
        }
        Map<String, String> headers = new TreeMap<>(bearer(token));
        headers.put("Idempotency-Key", key());
        headers.put("Prefer", "wait=10");
        return Http.post(api("/orders"), headers, body);
    }

    private static Map<String, Object> customer() {
        return Map.of(
                "email",
                EMAIL,
                "name",
                ADDRESS.get("name"),
                "phone",
                ADDRESS.get("phone"),
                "shippingAddress",
                ADDRESS);
    }

    private JsonNode deadLetters() {
        return Http.get(admin("/dead-letters?limit=200"), bearer(admin)).json();
    }

    private boolean mailed(String orderNumber) {
        return new Mailbox(shop.run().path("mail").path("ui").asText(), EMAIL).about(orderNumber)
                > 0;
    }

    private void search(String where, String text, List<String> found) {
        forbidden.stream()
                .filter(word -> !word.isEmpty() && text.contains(word))
                .forEach(word -> found.add(where + " holds " + word + near(text, word)));
    }

    private static String near(String text, String word) {
        int at = text.indexOf(word);
        return ": …"
                + text.substring(
                        Math.max(0, at - 120), Math.min(text.length(), at + word.length() + 20));
    }

    private List<Path> logs() throws IOException {
        List<Path> logs =
                shop.logs().stream()
                        .filter(
                                log ->
                                        OTHERS.stream()
                                                .noneMatch(
                                                        other ->
                                                                log.getFileName()
                                                                        .toString()
                                                                        .startsWith(other)))
                        .toList();
        assertFalse(logs.isEmpty(), "no logs to judge");
        return logs;
    }

    /** All there are, dead letters and replays included. */
    private static List<String> topics() throws IOException {
        try (var list = PrivacyJourney.class.getResourceAsStream("/contracts/events/topics.json")) {
            return Http.JSON
                    .readTree(list)
                    .valueStream()
                    .map(topic -> topic.path("name").asText())
                    .flatMap(name -> Stream.of(name, name + ".dlq", name + ".replay"))
                    .toList();
        }
    }

    private String api(String path) {
        return shop.gateway() + "/api/v1" + path;
    }

    private String admin(String path) {
        return api("/admin" + path);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
