package io.swiftcart.stack.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.swiftcart.stack.testing.TcpProxy.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = new TcpProxy(server::getLocalPort);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void without_a_fault_everything_comes_through() throws IOException {
        try (Socket client = connect()) {
            assertEquals(7, ask(client, 7));
            assertEquals(8, ask(client, 8));
        }
    }

    @Test
    void a_delay_changes_nothing_else() throws IOException {
        proxy.is(Fault.DELAY);

        try (Socket client = connect()) {
            assertEquals(7, ask(client, 7));
        }
    }

    @Test
    void a_reset_ends_old_connections_and_new_ones() throws IOException {
        try (Socket client = connect()) {
            assertEquals(7, ask(client, 7));

            proxy.is(Fault.RESET);

            assertThrows(IOException.class, () -> askTwice(client));
            assertThrows(IOException.class, () -> askTwice(connect()));
        }
        proxy.is(Fault.NONE);
        try (Socket client = connect()) {
            assertEquals(7, ask(client, 7));
        }
    }

    @Test
    void half_open_is_silence_without_an_end() throws IOException {
        try (Socket client = connect()) {
            assertEquals(7, ask(client, 7));

            proxy.is(Fault.HALF_OPEN);

            assertThrows(SocketTimeoutException.class, () -> ask(client, 7));
            proxy.is(Fault.NONE);
            assertThrows(SocketTimeoutException.class, () -> ask(client, 7));
        }
    }

    @Test
    void a_dropped_answer_was_asked_for() throws IOException {
        proxy.is(Fault.DROP_ANSWER);

        try (Socket client = connect()) {
            assertThrows(IOException.class, () -> askTwice(client));
            assertEquals(1, heard.get());
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(1000);
        return client;
    }

    private static int ask(Socket client, int what) throws IOException {
        client.getOutputStream().write(what);
        return client.getInputStream().read();
    }

    /** Whether a reset is told as an end or as an error depends on when it comes. */
    private static int askTwice(Socket client) throws IOException {
        int answer = ask(client, 1);
        if (answer < 0) {
            throw new IOException("ended");
        }
        return ask(client, 2);
    }

    private void echo() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            for (int what = socket.getInputStream().read();
                    what >= 0;
                    what = socket.getInputStream().read()) {
                heard.incrementAndGet();
                socket.getOutputStream().write(what);
            }
        } catch (IOException ended) {
            // As the other side wished.
        }
    }
}
