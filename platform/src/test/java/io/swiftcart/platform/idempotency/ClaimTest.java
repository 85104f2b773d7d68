package io.swiftcart.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes two requests the same: their meaning, not their text. */
class ClaimTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Idempotency idempotency = new Idempotency(null, null, null, JSON);

    private record Request(String b, int a, Instant at, List<String> list) {}

    private record Reordered(List<String> list, Instant at, int a, String b) {}

    @Test
    void the_order_of_members_does_not_count() throws IOException {
        assertEquals(
                hash(new Request("x", 1, Instant.EPOCH, List.of("p", "q"))),
                hash(new Reordered(List.of("p", "q"), Instant.EPOCH, 1, "x")));
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("b", 2);
        turned.put("a", 1);
        assertEquals(hash(Map.of("a", 1, "b", 2)), hash(turned));
        assertEquals(
                hash(JSON.readTree("{\"a\": {\"x\": 1, \"y\": 2}, \"b\": 2}")),
                hash(JSON.readTree("{\"b\":2,\"a\":{\"y\":2,\"x\":1}}")));
    }

    @Test
    void values_and_the_order_of_lists_count() {
        Request request = new Request("x", 1, Instant.EPOCH, List.of("p", "q"));

        assertNotEquals(hash(request), hash(new Request("y", 1, Instant.EPOCH, List.of("p", "q"))));
        assertNotEquals(hash(request), hash(new Request("x", 1, Instant.EPOCH, List.of("q", "p"))));
    }

    @Test
    void a_hash_is_sha_256_in_hex() {
        assertEquals(64, hash("a").length());
        assertEquals(32, new Claim("c", "r", "k", hash("a")).hashBytes().length);
    }

    private String hash(Object request) {
        return idempotency.claim("caller", "route", new IdempotencyKey("k"), request).requestHash();
    }
}
