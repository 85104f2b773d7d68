package io.swiftcart.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Stands before the mail sink: lets mails through, or plays a mail server that is away, silent,
 * refusing, or cut off before its last word. Tests turn it from another class loader.
 */
public class MailDoor implements QuarkusTestResourceLifecycleManager {
    private static final String TURN = "test.mail.door";
    private static final String SINK = "swiftcart.stack.MAIL_SMTP_PORT";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BACKLOG = 64;
    private static final String OPEN = "OPEN";
    private static final String OPEN_BESIDE = "OPEN-BESIDE";
    private static final String AWAY = "AWAY";
    private static final String SILENT = "SILENT";
    private static final String CUT = "CUT";

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile String mode = OPEN;
    private final ServerSocket mails = listen();
    private final ServerSocket turns = listen();

    @Override
    public Map<String, String> start() {
        each(mails, client -> Thread.ofVirtual().start(() -> serve(client, mode)));
        each(turns, this::turn);
        System.setProperty(TURN, String.valueOf(turns.getLocalPort()));
        return Map.of(
                "quarkus.mailer.port",
                String.valueOf(mails.getLocalPort()),
                "swiftcart.notification.mailing.patience",
                "10s");
    }

    @Override
    public void stop() {
        close(mails);
        close(turns);
        sockets.forEach(MailDoor::close);
    }

    /** Lets mails through again; what was silent or away is cut off. */
    static void opens() {
        tell(OPEN);
    }

    /** Cuts every connection and takes no new one. */
    static void goesAway() {
        tell(AWAY);
    }

    /** Takes connections and says nothing. */
    static void fallsSilent() {
        tell(SILENT);
    }

    /** Lets mails of new connections through; those that met silence go on meeting it. */
    static void speaksToNewcomers() {
        tell(OPEN_BESIDE);
    }

    /** Takes mails, and is cut off before it can say so. */
    static void isCutOffBeforeItsLastWord() {
        tell(CUT);
    }

    /** Answers so to {@code GREETING}, {@code RCPT} or {@code END}, the end of the mail. */
    static void answers(String command, String reply) {
        tell(command + " " + reply);
    }

    private static void tell(String mode) {
        try (Socket socket = new Socket(LOOPBACK, Integer.getInteger(TURN))) {
            say(socket, mode);
            reader(socket).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turn(Socket teller) {
        try (teller) {
            mode = reader(teller).readLine();
            if (!mode.equals(OPEN_BESIDE)) {
                sockets.forEach(MailDoor::close);
            }
            say(teller, "turned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, BACKLOG, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void each(ServerSocket server, Consumer<Socket> action) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!server.isClosed()) {
                                try {
                                    action.accept(server.accept());
                                } catch (IOException _) {
                                    // Closed: the loop ends.
                                }
                            }
                        });
    }

    private void serve(Socket client, String mode) {
        sockets.add(client);
        try (client) {
            switch (mode) {
                case OPEN, OPEN_BESIDE -> relay(client, false);
                case CUT -> relay(client, true);
                case AWAY -> {}
                case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                default -> converse(client, mode.split(" ", 2)[0], mode.split(" ", 2)[1]);
            }
        } catch (IOException _) {
            // One side has hung up.
        } finally {
            sockets.remove(client);
        }
    }

    private static void relay(Socket client, boolean cutAtTheEnd) throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        try (Socket sink = new Socket(LOOPBACK, Integer.getInteger(SINK))) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (client) {
                                    BufferedReader replies = reader(sink);
                                    for (String line = replies.readLine();
                                            line != null && !(cutAtTheEnd && ended.get());
                                            line = replies.readLine()) {
                                        say(client, line);
                                    }
                                } catch (IOException _) {
                                    // One side has hung up.
                                }
                            });
            BufferedReader commands = reader(client);
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                ended.set(line.equals("."));
                say(sink, line);
            }
        }
    }

    private static void converse(Socket client, String command, String reply) throws IOException {
        BufferedReader commands = reader(client);
        say(client, command.equals("GREETING") ? reply : "220 door ESMTP");
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            if (line.startsWith("RCPT") && command.equals("RCPT")) {
                say(client, reply + line.substring(line.indexOf('<')));
            } else if (line.equals("DATA")) {
                say(client, "354 go on");
                while (!".".equals(commands.readLine())) {}
                say(client, command.equals("END") ? reply : "250 taken");
            } else {
                say(client, line.equals("QUIT") ? "221 bye" : "250 well");
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception _) {
            // It is gone either way.
        }
    }
}
