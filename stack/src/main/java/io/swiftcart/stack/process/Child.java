package io.swiftcart.stack.process;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One running process of a part. Its output goes to {@code logs/<name>.log}. */
public final class Child {

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final boolean OWN_SESSION = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final Part part;
    private final Launch launch;
    private final Process process;
    private final Path log;
    private final long logStart;
    private final Instant startedAt = Instant.now();

    private Child(Part part, Launch launch, Process process, Path log, long logStart) {
        this.part = part;
        this.launch = launch;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts the process and returns at once. */
    public static Child start(Part part, Layout layout) {
        try {
            Files.createDirectories(layout.logs());
            Launch launch = part.launch();
            Path log = layout.log(part.name());
            ProcessBuilder builder = new ProcessBuilder(command(launch));
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(INHERITED);
            environment.putAll(launch.environment());
            builder.directory(launch.directory().toFile());
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            return new Child(part, launch, builder.start(), log, logStart);
        } catch (IOException e) {
            throw new StackFailure(part.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    public Part part() {
        return part;
    }

    public long pid() {
        return process.pid();
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The start time that the system reports: survives as an identity together with the id. */
    Instant systemStart() {
        return process.info().startInstant().orElse(startedAt);
    }

    String stopSignal() {
        return launch.stopSignal();
    }

    /**
     * Whether the system still knows the process; {@link Process} itself hears of its end later.
     */
    public boolean alive() {
        return process.toHandle().isAlive();
    }

    /** Completed when the process has ended. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /**
     * Waits until the part answers and has prepared itself; fails with its trouble if it ends or
     * takes too long.
     */
    public void awaitReady(Duration atMost) {
        boolean settled = Poll.until(atMost, () -> !alive() || part.ready());
        if (!alive()) {
            throw new StackFailure(
                    part.trouble(LogTail.lastWords(log, logStart)) + " (log: " + log + ")");
        }
        if (!settled) {
            throw new StackFailure(
                    part.name()
                            + " is not ready after "
                            + atMost.toSeconds()
                            + " s: see "
                            + log
                            + ".");
        }
        part.prepare();
    }

    /** Asks the process to end, and kills it when the grace is over. Returns when it is gone. */
    public void stop(Duration grace) {
        Signals.stop(process.toHandle(), launch.stopSignal(), grace);
    }

    /**
     * The terminal's Ctrl-C goes to a whole process group: a child in its own session is stopped by
     * us, in order.
     */
    static List<String> inOwnSession() {
        return OWN_SESSION ? List.of("/usr/bin/setsid") : List.of();
    }

    private static List<String> command(Launch launch) {
        List<String> command = new ArrayList<>(inOwnSession());
        command.addAll(launch.command());
        return command;
    }
}
