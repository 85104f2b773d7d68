package io.swiftcart.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir private Path directory = Path.of("");

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            StackFailure failure =
                    assertThrows(
                            StackFailure.class,
                            () -> Ports.free(layout()).exactly("gateway", port));

            assertTrue(failure.sentence().startsWith("Port " + port + " for gateway is taken"));
        }
    }

    @Test
    void a_port_is_kept_from_one_start_to_the_next() throws IOException {
        Ports first = Ports.free(layout());
        int port = first.of("kafka");
        first.save();

        assertEquals(port, Ports.free(layout()).of("kafka"));
    }

    @Test
    void a_kept_port_that_somebody_has_taken_is_given_up() throws IOException {
        Ports first = Ports.free(layout());
        int port = first.of("kafka");
        first.save();

        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertNotEquals(taken.getLocalPort(), Ports.free(layout()).of("kafka"));
        }
    }

    @Test
    void two_names_never_share_a_port() {
        Ports ports = Ports.free(layout());

        assertNotEquals(ports.of("kafka"), ports.of("redis"));
        assertThrows(StackFailure.class, () -> ports.exactly("gateway", ports.of("kafka")));
    }

    @Test
    void a_number_beyond_the_range_is_refused() {
        assertThrows(StackFailure.class, () -> Ports.free(layout()).exactly("gateway", 0));
        assertThrows(StackFailure.class, () -> Ports.free(layout()).exactly("gateway", 65_536));
    }

    private Layout layout() {
        return new Layout(directory);
    }
}
