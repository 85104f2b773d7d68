package io.swiftcart.stack.parts.postgres;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.parts.Binaries;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server. Its data lies in {@code DIR/postgres}; asks for a password of everybody.
 */
public final class PostgresPart implements Part {

    private static final String RELEASE = "18";

    private final Path data;
    private final int port;
    private final boolean durable;
    private final List<String> databases;
    private final Secrets secrets;

    /**
     * {@code databases}: one each, with a role of the same name; made on start if they are not
     * there.
     */
    public PostgresPart(
            Layout layout, Secrets secrets, int port, List<String> databases, boolean durable) {
        this.data = layout.part("postgres");
        this.secrets = secrets;
        this.port = port;
        this.databases = List.copyOf(databases);
        this.durable = durable;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    /**
     * The superuser's, with password, for tools and checks; a path behind it names the database.
     */
    public String url() {
        return "postgresql://"
                + Databases.SUPERUSER
                + ":"
                + secrets.of(name())
                + "@localhost:"
                + port;
    }

    /** To create and to open databases. */
    public Databases databases() {
        return new Databases(port, secrets);
    }

    @Override
    public Launch launch() throws IOException {
        Path binaries = Binaries.postgres();
        if (!Files.exists(data)) {
            NewCluster.create(data, binaries, secrets.of(name()));
        }
        refuseForeignData();
        dropStaleLock();
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(Settings.arguments(port, durable));
        // Fast shutdown: without it the server would wait for its clients to leave.
        return new Launch(Account.running(command, data, binaries), Map.of(), data, "INT");
    }

    @Override
    public boolean ready() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return databases().answers();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void prepare() {
        try {
            databases().create(databases);
        } catch (SQLException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String trouble(String lastWords) {
        return unusable(lastWords, null).sentence();
    }

    private void refuseForeignData() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.isRegularFile(version) || !Files.readString(version).strip().equals(RELEASE)) {
            throw unusable("PG_VERSION does not say " + RELEASE, null);
        }
    }

    /**
     * After a crash of the machine the number in the lock file may belong to somebody else by now.
     */
    private void dropStaleLock() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        boolean held =
                !lines.isEmpty()
                        && lines.getFirst().strip().matches("\\d{1,9}")
                        && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                                .flatMap(process -> process.info().command())
                                .filter(command -> command.endsWith("postgres"))
                                .isPresent();
        if (!held) {
            Files.deleteIfExists(lock);
        }
    }

    private StackFailure unusable(String reason, @Nullable Throwable cause) {
        String sentence =
                "PostgreSQL cannot use the data in "
                        + data
                        + " ("
                        + reason
                        + "): put it back from a backup, or wipe everything with ./swiftcart up --fresh.";
        return cause == null ? new StackFailure(sentence) : new StackFailure(sentence, cause);
    }
}
