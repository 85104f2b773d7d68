package io.swiftcart.stack.sandbox;

import static io.swiftcart.stack.sandbox.SandboxCalls.charge;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.swiftcart.stack.sandbox.SandboxCalls.Answered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

    private static final String INTENTS = "/v1/payment_intents";

    private record Told(String signature, String body) {}

    private Path data;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int answer = 200;
    private SandboxCalls sandbox;

    @BeforeEach
    void start(@TempDir Path fresh) throws IOException {
        data = fresh;
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    told.add(
                            new Told(
                                    exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                                    body));
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        receiver.start();
        sandbox = new SandboxCalls(data, url());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.stop(0);
    }

    @Test
    void each_outcome_is_told_in_an_event_that_is_signed() throws Exception {
        String intent = sandbox.post(INTENTS, charge(), "a").text("/id");
        Answered _ = sandbox.post(INTENTS, charge("payment_method", "pm_card_chargeDeclined"), "b");
        Answered _ = sandbox.post("/v1/refunds", Map.of("payment_intent", intent), "c");

        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 3);

        List<String> types = told.stream().map(event -> type(event.body())).sorted().toList();
        assertEquals(
                List.of(
                        "charge.refunded",
                        "payment_intent.payment_failed",
                        "payment_intent.succeeded"),
                types);
        for (Told event : told) {
            String time = event.signature().substring(2, event.signature().indexOf(','));
            assertEquals("t=" + time + ",v1=" + hmac(time + "." + event.body()), event.signature());
        }
    }

    @Test
    void an_event_is_told_again_until_it_is_taken() throws Exception {
        answer = 503;
        Answered _ = sandbox.post(INTENTS, charge(), "a");
        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() >= 2);
        answer = 200;

        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() >= 3);
        assertEquals(1, told.stream().map(Told::body).distinct().count());
    }

    @Test
    void an_event_that_was_not_taken_outlives_the_process() throws Exception {
        answer = 503;
        Answered _ = sandbox.post(INTENTS, charge(), "a");
        await().atMost(Duration.ofSeconds(10)).until(() -> !told.isEmpty());
        sandbox.close();
        told.clear();
        answer = 200;

        sandbox = new SandboxCalls(data, url());

        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 1);
    }

    @Test
    void events_can_be_doubled_and_lost() throws Exception {
        sandbox.fault("payment.webhook-duplicate", 1);
        Answered _ = sandbox.post(INTENTS, charge(), "a");
        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 2);
        assertEquals(told.getFirst().body(), told.getLast().body());

        told.clear();
        sandbox.heal();
        sandbox.fault("payment.webhook-loss", 1);
        String lost = sandbox.post(INTENTS, charge(), "b").text("/id");
        sandbox.heal();
        Answered _ = sandbox.post(INTENTS, charge(), "c");

        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 1);
        assertTrue(told.stream().noneMatch(event -> event.body().contains(lost)));
    }

    @Test
    void events_can_be_late() throws Exception {
        sandbox.fault("payment.webhook-delay", 1500);
        long begin = System.nanoTime();
        Answered _ = sandbox.post(INTENTS, charge(), "a");

        await().atMost(Duration.ofSeconds(20)).until(() -> told.size() == 1);

        assertTrue(System.nanoTime() - begin >= 1_500_000_000L);
    }

    @Test
    void events_can_overtake_each_other_and_none_is_lost() throws Exception {
        sandbox.fault("payment.webhook-reorder", 0.5);
        sandbox.fault("payment.seed", 1);
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            done.add(sandbox.post(INTENTS, charge(), "k" + i).text("/id"));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> told.size() == 20);

        List<String> heard = told.stream().map(event -> subject(event.body())).toList();
        assertEquals(Set.copyOf(done), Set.copyOf(heard));
        assertNotEquals(done, heard);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    private static String type(String body) {
        return text(body, "/type");
    }

    private static String subject(String body) {
        return text(body, "/data/object/id");
    }

    private static String text(String body, String pointer) {
        try {
            return new ObjectMapper().readTree(body).at(pointer).asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        SandboxCalls.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
