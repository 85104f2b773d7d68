package io.swiftcart.stack.parts.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class KafkaPartTest {

    /** A random one begins with a dash once in 64 times. */
    @Test
    void the_id_of_the_cluster_has_22_characters_and_never_looks_like_an_option() {
        for (int seed = 0; seed < 1_000; seed++) {
            String id = KafkaPart.clusterId("secret" + seed);

            assertEquals(22, id.length());
            assertFalse(id.startsWith("-"), id);
        }
    }
}
