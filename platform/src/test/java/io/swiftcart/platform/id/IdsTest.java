package io.swiftcart.platform.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void ids_are_uuids_of_version_7_that_begin_with_their_time() {
        long before = Instant.now().toEpochMilli();
        List<UUID> ids = Stream.generate(Ids::next).limit(10_000).toList();
        long after = Instant.now().toEpochMilli();

        assertEquals(10_000, new HashSet<>(ids).size());
        long last = 0;
        for (UUID id : ids) {
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
            long millis = id.getMostSignificantBits() >>> 16;
            assertTrue(before <= millis && millis <= after, id.toString());
            assertTrue(last <= millis, "an id is older than the one before");
            last = millis;
        }
    }

    @Test
    void secrets_have_256_bits_in_base64url() {
        assertTrue(Ids.secret().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(Ids.secret(), Ids.secret());
    }

    @Test
    void an_id_is_read_in_either_case() {
        UUID id = UUID.fromString("0192f0c1-0000-7000-8000-00000000abcd");

        assertEquals(id, Ids.parse("0192f0c1-0000-7000-8000-00000000abcd"));
        assertEquals(id, Ids.parse("0192F0C1-0000-7000-8000-00000000ABCD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "0192f0c10000700080000000000000ab",
                "0192f0c1-0000-7000-8000-00000000abcd "
            })
    void anything_else_is_malformed(String raw) {
        Problem problem = assertThrows(Problem.class, () -> Ids.parse(raw));

        assertEquals(CommonProblem.MALFORMED_REQUEST, problem.code());
    }
}
