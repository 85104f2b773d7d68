package io.swiftcart.stack.sandbox;

import static io.swiftcart.stack.sandbox.SandboxCalls.charge;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxFaultsTest {

    private static final String INTENTS = "/v1/payment_intents";

    private Path data;
    private SandboxCalls sandbox;

    @BeforeEach
    void start(@TempDir Path fresh) throws IOException {
        data = fresh;
        sandbox = new SandboxCalls(data, null);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_lost_reply_was_worked_off_and_its_key_knows_it() throws Exception {
        Map<String, String> form = charge();
        sandbox.fault("payment.lost-reply", 1);
        assertThrows(IOException.class, () -> sandbox.post(INTENTS, form, "k"));
        sandbox.heal();

        assertTrue(sandbox.post(INTENTS, form, "k").replayed());
    }

    @Test
    void an_error_after_processing_was_worked_off_and_its_key_knows_it() throws Exception {
        Map<String, String> form = charge();
        sandbox.fault("payment.error-after", 1);
        assertEquals(500, sandbox.post(INTENTS, form, "k").status());
        sandbox.heal();

        assertEquals("succeeded", sandbox.post(INTENTS, form, "k").text("/status"));
    }

    @Test
    void a_provider_that_is_down_does_nothing_but_its_faults_can_be_cleared() throws Exception {
        sandbox.fault("payment.down", true);
        assertThrows(IOException.class, () -> sandbox.post(INTENTS, charge(), "k"));

        sandbox.heal();
        assertEquals("false", sandbox.get("/_sandbox/faults").text("/payment.down"));
        assertEquals(0, sandbox.get(INTENTS).body().at("/data").size());
    }

    @Test
    void the_same_seed_declines_the_same_payments_in_turn_whatever_they_are_called()
            throws Exception {
        sandbox.fault("payment.decline", 0.5);
        sandbox.fault("payment.seed", 7);
        List<Integer> first = declines("a");
        sandbox.fault("payment.seed", 8);
        List<Integer> other = declines("b");
        sandbox.fault("payment.seed", 7);
        List<Integer> again = declines("c");

        assertTrue(first.size() > 5 && first.size() < 35, first.toString());
        assertEquals(first, again);
        assertNotEquals(first, other);
    }

    @Test
    void a_repeat_meets_a_fate_of_its_own() throws Exception {
        Map<String, String> form = charge();
        sandbox.fault("payment.error-after", 0.5);
        sandbox.fault("payment.seed", 3);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(sandbox.post(INTENTS, form, "k").status());
        }

        assertEquals(Set.of(200, 500), Set.copyOf(answers));
        sandbox.heal();
        assertEquals(1, sandbox.get(INTENTS).body().at("/data").size());
    }

    @Test
    void every_answer_waits_for_the_latency_a_repeated_one_too() throws Exception {
        Map<String, String> form = charge();
        sandbox.fault("payment.latency", 300);

        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            assertEquals(200, sandbox.post(INTENTS, form, "k").status());
            assertTrue(System.nanoTime() - begin >= 300_000_000L);
        }
    }

    @Test
    void whoever_waits_for_the_latency_is_answered_when_it_is_healed() throws Exception {
        sandbox.fault("payment.latency", 600_000);
        try (ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<Integer> answer =
                    client.submit(() -> sandbox.post(INTENTS, charge(), "k").status());
            await().during(Duration.ofSeconds(1)).until(() -> !answer.isDone());

            sandbox.heal();

            assertEquals(200, answer.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_fault_that_does_not_exist_is_refused() throws Exception {
        assertEquals(400, sandbox.tryFault("payment.up", true).status());
        assertEquals(400, sandbox.tryFault("payment.decline", 2).status());
        assertEquals(400, sandbox.tryFault("payment.down", "maybe").status());
    }

    /** Which of 40 payments in turn were declined. */
    private List<Integer> declines(String prefix) throws Exception {
        List<Integer> declined = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (sandbox.post(INTENTS, charge(), prefix + UUID.randomUUID()).status() == 402) {
                declined.add(i);
            }
        }
        return declined;
    }
}
