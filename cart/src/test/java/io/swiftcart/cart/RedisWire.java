package io.swiftcart.cart;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/** The wire between the service and Redis, which a test can cut and mend. */
public class RedisWire implements QuarkusTestResourceLifecycleManager {
    /** A system property, because tests live in another class loader. */
    private static final String IS_CUT = "swiftcart.test.redis.cut";

    private ServerSocket door;

    @Override
    public Map<String, String> start() {
        URI redis = URI.create(System.getProperty("swiftcart.stack.REDIS"));
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(redis));
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void cut() {
        System.setProperty(IS_CUT, "yes");
    }

    static void mend() {
        System.clearProperty(IS_CUT);
    }

    private static boolean isCut() {
        return System.getProperty(IS_CUT) != null;
    }

    private void accept(URI redis) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (isCut()) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(redis.getHost(), redis.getPort());
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException _) {
                // The service has left, or the test is over.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            for (int size; (size = from.getInputStream().read(buffer)) >= 0 && !isCut(); ) {
                to.getOutputStream().write(buffer, 0, size);
            }
        } catch (IOException _) {
            // One end has closed; so does the other.
        }
    }
}
