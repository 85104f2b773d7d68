package io.swiftcart.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir private Path directory = Path.of("");

    @Test
    void a_secret_stays_the_same_and_differs_from_every_other() {
        Secrets secrets = Secrets.open(layout());
        String alice = secrets.of("user.alice");

        assertEquals(alice, Secrets.open(layout()).of("user.alice"));
        assertNotEquals(alice, secrets.of("user.bob"));
        assertTrue(secrets.of("sandbox", "sk_test_").startsWith("sk_test_"));
    }

    @Test
    void a_key_has_256_bits_in_base64_and_stays_the_same() {
        String key = Secrets.open(layout()).key("encryption.orders");

        assertEquals(32, Base64.getDecoder().decode(key).length);
        assertEquals(key, Secrets.open(layout()).key("encryption.orders"));
    }

    @Test
    void only_the_owner_reads_the_file() throws IOException {
        Secrets.open(layout()).of("user.alice");

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(layout().secrets()));
    }

    @Test
    void a_damaged_file_is_refused_with_the_way_out() throws IOException {
        Files.writeString(layout().secrets(), "{\"user.alice\":");

        StackFailure failure = assertThrows(StackFailure.class, () -> Secrets.open(layout()));

        assertTrue(failure.sentence().contains("--fresh"));
    }

    private Layout layout() {
        return new Layout(directory);
    }
}
