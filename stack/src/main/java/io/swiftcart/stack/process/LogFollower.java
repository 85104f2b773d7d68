package io.swiftcart.stack.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints the end of some logs and then whatever is added to them. */
public final class LogFollower {

    private static final long FIRST_BYTES = 4 * 1024;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final List<Path> logs;
    private final PrintStream out;
    private final Map<Path, Long> printed = new HashMap<>();

    public LogFollower(List<Path> logs, PrintStream out) {
        this.logs = List.copyOf(logs);
        this.out = out;
    }

    /** Goes on until the process is ended or nobody reads any more. */
    public void follow() {
        for (Path log : logs) {
            printed.put(log, Math.max(0, log.toFile().length() - FIRST_BYTES));
        }
        Poll.until(
                FOR_EVER,
                () -> {
                    logs.forEach(this::printNew);
                    return out.checkError();
                });
    }

    private void printNew(Path log) {
        long from = printed.getOrDefault(log, 0L);
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // Shorter than before: wiped and begun anew.
            long start = file.length() < from ? 0 : from;
            byte[] added = new byte[(int) Math.min(file.length() - start, 1024 * 1024)];
            if (added.length > 0) {
                file.seek(start);
                file.readFully(added);
                if (logs.size() > 1) {
                    out.println("==> " + log.getFileName() + " <==");
                }
                out.write(added, 0, added.length);
            }
            printed.put(log, start + added.length);
        } catch (IOException _) {
            printed.put(log, 0L);
        }
    }
}
