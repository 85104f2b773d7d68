package io.swiftcart.stack.process;

import io.swiftcart.stack.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class of this module that runs on after this process has ended. Its output goes to the
 * supervisor's log.
 */
public final class Background {

    private static final int HEAP_MEGABYTES = 128;
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final long logStart;

    private Background(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    public static Background start(Class<?> mainClass, List<String> arguments, Layout layout)
            throws IOException {
        Files.createDirectories(layout.logs());
        Path log = layout.log(ProcessTable.SUPERVISOR);
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = new ArrayList<>(Child.inOwnSession());
        List<String> options =
                List.of(
                        "-Dswiftcart.home=" + System.getProperty("swiftcart.home", ""),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
        command.addAll(Jvm.main(HEAP_MEGABYTES, options, mainClass.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        return new Background(process, log, logStart);
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** True if it is the supervisor of this directory, and not one that was there before. */
    public boolean owns(Layout layout) {
        ProcessTable.Entry entry = ProcessTable.of(layout).stored().get(ProcessTable.SUPERVISOR);
        return entry != null && entry.pid() == process.pid();
    }

    /** The last line it wrote. */
    public String lastWords() {
        return LogTail.lastLine(log, logStart);
    }

    public void stop() {
        Signals.stop(process.toHandle(), "TERM", STOP);
    }
}
