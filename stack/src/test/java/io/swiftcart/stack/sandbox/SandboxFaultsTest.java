package io.swiftcart.stack.sandbox;

import static io.swiftcart.stack.sandbox.SandboxCalls.charge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
    void declines_by_rate_are_the_same_for_the_same_seed_whatever_the_order() throws Exception {
        sandbox.fault("payment.decline", 0.5);
        sandbox.fault("payment.seed", 7);
        List<Integer> forwards = declines(IntStream.range(0, 40).boxed().toList(), "a");
        sandbox.fault("payment.seed", 8);
        List<Integer> other = declines(IntStream.range(0, 40).boxed().toList(), "b");

        assertTrue(forwards.size() > 5 && forwards.size() < 35, forwards.toString());
        assertFalse(other.isEmpty());
        sandbox.close();
        Files.delete(data.resolve("ledger.jsonl"));
        sandbox = new SandboxCalls(data, null);
        sandbox.fault("payment.decline", 0.5);
        sandbox.fault("payment.seed", 7);
        List<Integer> backwards = declines(IntStream.range(0, 40).boxed().toList().reversed(), "a");
        assertEquals(Set.copyOf(forwards), Set.copyOf(backwards));
    }

    @Test
    void a_fault_that_does_not_exist_is_refused() throws Exception {
        assertEquals(400, sandbox.tryFault("payment.up", true).status());
        assertEquals(400, sandbox.tryFault("payment.decline", 2).status());
        assertEquals(400, sandbox.tryFault("payment.down", "maybe").status());
    }

    private List<Integer> declines(List<Integer> keys, String prefix) throws Exception {
        List<Integer> declined = new ArrayList<>();
        for (Integer key : keys) {
            if (sandbox.post(INTENTS, charge(), prefix + key).status() == 402) {
                declined.add(key);
            }
        }
        return declined;
    }
}
