package io.swiftcart.stack.supervision;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Ports;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.ProcessTable;
import io.swiftcart.stack.services.Shop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings one shop up in its data directory and takes it down again. {@link #begin} starts every
 * process and returns when all are ready; {@link #announce} tells programs; {@link #stop} may come
 * at any time, from a signal too, and leaves nothing running.
 */
public final class Startup {

    private final Layout layout;
    private final PrintStream out;
    private final ProcessTable table;
    private final Supervisor supervisor;
    private @Nullable DataDirectory directory;
    private @Nullable RunFile run;
    private boolean stopped;

    /** {@code out} gets a line for each step and each restart. */
    public Startup(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
        this.table = ProcessTable.of(layout);
        this.supervisor = new Supervisor(layout, table, out);
    }

    /** How to begin. {@code basePort} 0: free ports; otherwise counted up from there. */
    public record Wishes(Shop.Wishes shop, int basePort, boolean fresh) {}

    /** Starts everything and returns when all is ready; fails with one sentence for the user. */
    public Shop begin(Wishes wishes) {
        try {
            claim(wishes.fresh());
            Secrets secrets = Secrets.open(layout);
            Shop planned = plan(wishes, secrets);
            Instant startedAt = Instant.now();
            table.supervisor(planned.gateway());
            out.println("Starting PostgreSQL, Kafka and Redis");
            supervisor.start(List.of(planned.stores()));
            out.println("Starting the services, the mail sink and the payment sandbox");
            supervisor.start(List.of(planned.neighbours(), planned.services()));
            long millis = Duration.between(startedAt, Instant.now()).toMillis();
            RunFile file = new RunFile(layout, planned, startedAt, millis);
            synchronized (this) {
                run = file;
            }
            out.println("Ready after " + millis + " ms");
            return planned;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** True once stopping has begun: failures from then on are its doing. */
    public boolean stopping() {
        return supervisor.stopping();
    }

    /** Writes {@code run.json}, and again after each restart of a process. */
    public void announce() {
        writeRun();
        supervisor.afterRestart(this::writeRun);
    }

    /**
     * Stops all in reverse order and removes what told of it. Never fails; only the first call does
     * anything.
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        supervisor.stop();
        if (directory != null) {
            try {
                Files.deleteIfExists(layout.run());
                Files.deleteIfExists(layout.summary());
                table.close();
                directory.close();
            } catch (IOException e) {
                out.println("The data directory cannot be tidied up: " + e.getMessage() + ".");
            }
        }
    }

    private void claim(boolean fresh) throws IOException {
        DataDirectory claimed = DataDirectory.claim(layout);
        synchronized (this) {
            directory = claimed;
        }
        List<String> leftovers = claimed.stopLeftovers();
        if (!leftovers.isEmpty()) {
            out.println(
                    "Stopped what an earlier start left running: " + String.join(", ", leftovers));
        }
        if (fresh) {
            claimed.wipe();
        }
    }

    private Shop plan(Wishes wishes, Secrets secrets) throws IOException {
        Ports ports =
                wishes.basePort() > 0 ? Ports.from(layout, wishes.basePort()) : Ports.free(layout);
        Shop planned = Shop.plan(layout, secrets, ports, wishes.shop());
        ports.save();
        return planned;
    }

    /** Waits for a stop under way, and then writes nothing: a stopped shop has no run.json. */
    private synchronized void writeRun() {
        RunFile file = run;
        if (file == null || stopped) {
            return;
        }
        try {
            file.write(supervisor.pids());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private StackFailure unwritable(IOException e) {
        return new StackFailure(
                "The data directory "
                        + layout.root()
                        + " cannot be written ("
                        + e.getMessage()
                        + "): free some space, or choose another one with --data.",
                e);
    }
}
