package io.swiftcart.stack.sandbox;

import static io.swiftcart.stack.sandbox.SandboxCalls.charge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.stack.sandbox.SandboxCalls.Answered;
import io.swiftcart.stack.sandbox.ledger.DamagedLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBooksTest {

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
    void books_and_replies_survive_the_process_and_a_torn_last_line() throws Exception {
        Map<String, String> form = charge();
        Answered first = sandbox.post(INTENTS, form, "k");
        sandbox.close();
        Files.writeString(
                data.resolve("ledger.jsonl"),
                "{\"intent\":{\"id\":\"pi_to",
                StandardOpenOption.APPEND);

        sandbox = new SandboxCalls(data, null);

        assertEquals(first.body(), sandbox.post(INTENTS, form, "k").body());
        assertEquals(1, sandbox.get(INTENTS).body().at("/data").size());
        assertEquals(200, sandbox.post(INTENTS, charge(), "k2").status());
    }

    @Test
    void damage_in_the_middle_of_the_books_is_not_overlooked() throws Exception {
        Answered _ = sandbox.post(INTENTS, charge(), "k");
        sandbox.close();
        Path ledger = data.resolve("ledger.jsonl");
        Files.writeString(ledger, "garbage\n" + Files.readString(ledger));

        DamagedLedger damaged =
                assertThrows(DamagedLedger.class, () -> new SandboxCalls(data, null));

        assertTrue(String.valueOf(damaged.getMessage()).contains("damaged at byte 0"));
    }

    @Test
    void two_sandboxes_do_not_share_books() {
        assertThrows(DamagedLedger.class, () -> new SandboxCalls(data, null));
    }
}
