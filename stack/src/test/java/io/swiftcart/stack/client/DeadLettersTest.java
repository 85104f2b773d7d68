package io.swiftcart.stack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.DeadLetters.Replay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command's view of dead letters, before a gateway that says what it is told to. */
class DeadLettersTest {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer gateway;
    private DeadLetters letters;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        String url = "http://localhost:" + gateway.getAddress().getPort();
        letters = new DeadLetters(new Operator(url, "t"));
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void all_pages_are_followed() {
        answers.add("{\"items\":[{\"id\":\"b\"}],\"nextCursor\":\"c\"}");
        answers.add("{\"items\":[{\"id\":\"a\"}],\"nextCursor\":null}");

        assertEquals(
                List.of("b", "a"),
                letters.all("x&y").stream().map(letter -> letter.path("id").asText()).toList());
        assertEquals(
                List.of(
                        "GET /api/v1/admin/dead-letters?limit=200&topic=x%26y ",
                        "GET /api/v1/admin/dead-letters?limit=200&topic=x%26y&cursor=c "),
                asked);
    }

    @Test
    void a_replay_that_had_to_stop_goes_on_to_the_end() {
        answers.add("{\"matched\":5,\"replayed\":3,\"dryRun\":false}");
        answers.add("{\"matched\":2,\"replayed\":2,\"dryRun\":false}");

        assertEquals(new Replay(5, 5), letters.replay("x", List.of(), false));
        assertEquals(2, asked.size());
    }

    @Test
    void a_dry_run_and_a_replay_by_name_are_asked_once() {
        answers.add("{\"matched\":5,\"replayed\":0,\"dryRun\":true}");
        answers.add("{\"matched\":2,\"replayed\":1,\"dryRun\":false}");

        assertEquals(new Replay(5, 0), letters.replay(null, List.of(), true));
        assertEquals(new Replay(2, 1), letters.replay(null, List.of("a", "b"), false));
        assertTrue(asked.getLast().contains("\"ids\":[\"a\",\"b\"]"), asked.getLast());
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_shop() {
        status = 503;
        answers.add("{\"detail\":\"The service order does not answer.\"}");

        StackFailure refused = assertThrows(StackFailure.class, () -> letters.all(null));

        assertTrue(refused.sentence().contains("The service order does not answer."));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
