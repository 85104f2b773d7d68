package io.swiftcart.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyersTest {
    private static final String CONFIRMED = "{\"orderId\":\"o-1\",\"totalAmount\":300}";
    private static final String IN_FLIGHT = "{\"code\":\"idempotency-key-in-flight\"}";
    private static final int HANG_UP = 0;

    private final Journal journal = new Journal();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Integer> script = new ArrayDeque<>();
    private HttpServer gateway;
    private Buyers buyers;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/orders", this::answer);
        gateway.start();
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
        buyers = new Buyers(url, "token", journal, Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        buyers.close();
        gateway.stop(0);
    }

    @Test
    void who_gets_no_answer_sends_the_same_key_again() {
        script.addAll(List.of(503, HANG_UP, 409, 504, 201));

        Reply last = buyers.together(List.of(Purchase.of("k-1", "A"))).getFirst();

        assertEquals(201, last.status());
        assertEquals("o-1", last.orderId());
        assertEquals(300, last.total());
        assertEquals(Set.of("k-1"), Set.copyOf(keys));
        assertEquals(
                List.of(503, 0, 409, 504, 201),
                journal.replies().stream().map(Reply::status).toList());
    }

    @Test
    void who_is_refused_does_not_insist() {
        script.addAll(List.of(402));

        Reply last = buyers.together(List.of(Purchase.of("k-2", "A"))).getFirst();

        assertEquals(402, last.status());
        assertEquals(1, journal.size());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            int status = script.remove();
            if (status != HANG_UP) {
                String body = status == 409 ? IN_FLIGHT : CONFIRMED;
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
