package io.swiftcart.stack.parts;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Redis server, with an append-only file in {@code DIR/redis} that is flushed every second: a
 * crash of the machine loses carts of that second, a crash of the process none.
 */
public final class RedisPart implements Part {

    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path data;
    private final int port;
    private final @Nullable TlsDoor tls;

    public RedisPart(Layout layout, int port) {
        this(layout, port, null);
    }

    public RedisPart(Layout layout, int port, @Nullable TlsDoor tls) {
        this.data = layout.part("redis");
        this.port = port;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String address() {
        return "redis://localhost:" + port;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(data);
        Path settings =
                Files.writeString(
                        data.resolve("redis.conf"),
                        """
                        bind 127.0.0.1
                        port %d
                        dir "%s"
                        daemonize no
                        save ""
                        appendonly yes
                        appendfsync everysec
                        aof-load-truncated yes
                        maxmemory 256mb
                        maxmemory-policy noeviction
                        %s"""
                                .formatted(port, data, tlsSettings()));
        return Launch.of(List.of(Binaries.redis().toString(), settings.toString()), data);
    }

    private String tlsSettings() {
        return tls == null
                ? ""
                : """
                tls-port %1$d
                tls-cert-file "%2$s"
                tls-key-file "%2$s"
                tls-auth-clients no
                """
                        .formatted(tls.port(), tls.pem());
    }

    @Override
    public boolean ready() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write(PING);
            // "+PONG", or "-LOADING" while it reads its file.
            return socket.getInputStream().read() == '+';
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String trouble(String lastWords) {
        return "Redis cannot use the data in "
                + data
                + " ("
                + lastWords
                + "): remove that directory, which loses the carts and nothing that is not elsewhere.";
    }
}
