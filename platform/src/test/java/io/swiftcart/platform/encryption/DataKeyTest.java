package io.swiftcart.platform.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    private static final Field NAME = new Field("person", "name", "1");

    private final UUID id = UUID.randomUUID();
    private final DataKey key = new DataKey(id, AesGcm.freshKey());

    @Test
    void a_field_opens_as_it_was_sealed() {
        byte[] sealed = key.seal(NAME, "Zoë Müller 🦉");

        assertEquals("Zoë Müller 🦉", key.open(NAME, sealed));
        assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("ller"));
    }

    @Test
    void the_empty_text_is_a_text_and_null_stays_null() {
        assertEquals("", key.open(NAME, key.seal(NAME, "")));
        assertNull(key.seal(NAME, null));
        assertNull(key.open(NAME, null));
    }

    @Test
    void equal_texts_do_not_look_equal() {
        byte[] one = key.seal(NAME, "Zoë");
        byte[] other = key.seal(NAME, "Zoë");

        assertNotEquals(Arrays.toString(one), Arrays.toString(other));
    }

    @Test
    void what_was_sealed_for_one_place_opens_nowhere_else() {
        byte[] sealed = key.seal(NAME, "Zoë");

        assertThrows(Unreadable.class, () -> key.open(new Field("person", "name", "2"), sealed));
        assertThrows(Unreadable.class, () -> key.open(new Field("person", "phone", "1"), sealed));
        assertThrows(Unreadable.class, () -> key.open(new Field("people", "name", "1"), sealed));
        assertThrows(IllegalArgumentException.class, () -> new Field("person|name", "1", "1"));
    }

    @Test
    void another_subjects_key_does_not_open_it() {
        byte[] sealed = key.seal(NAME, "Zoë");
        DataKey anothers = new DataKey(UUID.randomUUID(), AesGcm.freshKey());
        DataKey forged = new DataKey(id, AesGcm.freshKey());

        assertThrows(Unreadable.class, () -> anothers.open(NAME, sealed));
        assertThrows(Unreadable.class, () -> forged.open(NAME, sealed));
    }

    @Test
    void no_bit_can_be_changed_and_no_byte_be_left_out() {
        byte[] sealed = key.seal(NAME, "Zoë");

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            byte[] shortened = Arrays.copyOf(sealed, at);
            assertThrows(Unreadable.class, () -> key.open(NAME, changed));
            assertThrows(Unreadable.class, () -> key.open(NAME, shortened));
        }
    }

    @Test
    void of_a_destroyed_key_nothing_opens_and_nothing_is_kept() {
        byte[] sealed = key.seal(NAME, "Zoë");
        DataKey destroyed = new DataKey(id, null);

        assertTrue(destroyed.destroyed());
        assertNull(destroyed.open(NAME, sealed));
        assertNull(destroyed.seal(NAME, "Zoë"));
        assertFalse(key.destroyed());
    }

    @Test
    void a_key_does_not_show_itself() {
        assertEquals("DataKey[***]", key.toString());
    }
}
