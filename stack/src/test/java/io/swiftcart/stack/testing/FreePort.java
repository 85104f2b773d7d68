package io.swiftcart.stack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback address, for what has to be told before it listens. */
public final class FreePort {
    private FreePort() {}

    /** Free at this moment; nobody keeps it. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("The system has no free port.", none);
        }
    }
}
