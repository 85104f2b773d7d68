package io.swiftcart.platform.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class MasterKeysTest {
    private final UUID id = UUID.randomUUID();

    @Test
    void a_wrapped_key_is_bound_to_its_subject() {
        MasterKeys keys = Keys.master(Map.of("one", Keys.FIRST), "one");
        SecretKey dataKey = AesGcm.freshKey();
        byte[] wrapped = keys.wrap(dataKey, id, "zoe");

        assertEquals(dataKey, keys.unwrap(wrapped, "one", id, "zoe"));
        assertThrows(Unreadable.class, () -> keys.unwrap(wrapped, "one", id, "bob"));
    }

    @Test
    void keys_before_the_current_one_still_open() {
        byte[] wrapped =
                Keys.master(Map.of("one", Keys.FIRST), "one").wrap(AesGcm.freshKey(), id, "zoe");
        MasterKeys later = Keys.master(Map.of("one", Keys.FIRST, "two", Keys.SECOND), "two");

        assertEquals(32, later.unwrap(wrapped, "one", id, "zoe").getEncoded().length);
        assertEquals(Set.of("one"), later.older());
        assertThrows(Unreadable.class, () -> later.unwrap(wrapped, "two", id, "zoe"));
    }

    @Test
    void what_is_missing_is_named_and_no_key_is_shown() {
        MasterKeys none = new MasterKeys(new Keys(Map.of(), null, null));
        MasterKeys other = Keys.master(Map.of("two", Keys.SECOND), "two");

        assertEquals(
                "Set swiftcart.encryption.current to the id of one of swiftcart.encryption.keys.",
                assertThrows(IllegalStateException.class, none::current).getMessage());
        assertEquals(
                "Set swiftcart.encryption.keys.one: data keys are wrapped under it.",
                assertThrows(
                                IllegalStateException.class,
                                () -> other.unwrap(new byte[60], "one", id, "zoe"))
                        .getMessage());
        assertEquals(
                "Set swiftcart.encryption.keys.one, which swiftcart.encryption.current names.",
                assertThrows(IllegalStateException.class, () -> Keys.master(Map.of(), "one"))
                        .getMessage());
        for (String wrong : new String[] {"MTIz", "not base64!"}) {
            String told =
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> Keys.master(Map.of("one", wrong), "one"))
                            .getMessage();
            assertEquals("Set swiftcart.encryption.keys.one to base64 of 32 bytes.", told);
            assertFalse(told.contains(wrong));
        }
    }

    @Test
    void keys_are_read_from_the_environment() {
        EncryptionConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(EncryptionConfig.class)
                        .withSources(
                                new EnvConfigSource(
                                        Map.of(
                                                "SWIFTCART_ENCRYPTION_KEYS_ONE", Keys.FIRST,
                                                "SWIFTCART_ENCRYPTION_CURRENT", "one",
                                                "SWIFTCART_ENCRYPTION_INDEX_KEY", Keys.SECOND),
                                        300))
                        .build()
                        .getConfigMapping(EncryptionConfig.class);

        assertEquals("one", new MasterKeys(config).current());
        assertEquals(32, new BlindIndex(config).ofEmail("person", "email", "a@b.c").length);
    }

    @Test
    void an_address_is_found_again_however_it_is_written() {
        BlindIndex index = new BlindIndex(new Keys(Map.of(), null, Keys.FIRST));
        BlindIndex under = new BlindIndex(new Keys(Map.of(), null, Keys.SECOND));
        byte[] hash = index.ofEmail("person", "email", "zoe@swiftcart.example");

        assertArrayEquals(hash, index.ofEmail("person", "email", " Zoe@SwiftCart.Example "));
        assertNotEquals(
                Arrays.toString(hash),
                Arrays.toString(index.ofEmail("guest", "email", "zoe@swiftcart.example")));
        assertNotEquals(
                Arrays.toString(hash),
                Arrays.toString(under.ofEmail("person", "email", "zoe@swiftcart.example")));
    }
}
