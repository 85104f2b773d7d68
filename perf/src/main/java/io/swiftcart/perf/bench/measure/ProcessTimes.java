package io.swiftcart.perf.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time and memory of processes, from {@code /proc}. PostgreSQL counts with all processes
 * it has started, the ended ones included.
 */
final class ProcessTimes {
    /** Of {@code /proc}; Linux has used 100 a second for ever. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int UTIME = 11;

    private ProcessTimes() {}

    /**
     * Milliseconds in user and system mode, of the process, of what it has reaped and of its
     * children.
     */
    static double cpuMillis(long pid) {
        double millis = own(pid);
        for (long child : children(pid)) {
            millis += own(child);
        }
        return millis;
    }

    /** Milliseconds of all processes that this one has started and seen the end of. */
    static double reapedMillis() {
        String[] fields = stat("self");
        return fields.length == 0
                ? 0
                : MILLIS_PER_TICK
                        * (Double.parseDouble(fields[UTIME + 2])
                                + Double.parseDouble(fields[UTIME + 3]));
    }

    /** What the process and its children hold, shared pages counted once among them. */
    static long memoryBytes(long pid) {
        List<Long> children = children(pid);
        if (children.isEmpty()) {
            return kilobytes(pid, "status", "VmRSS:") * 1024;
        }
        long kilobytes = kilobytes(pid, "smaps_rollup", "Pss:");
        for (long child : children) {
            kilobytes += kilobytes(child, "smaps_rollup", "Pss:");
        }
        return kilobytes * 1024;
    }

    private static double own(long pid) {
        String[] fields = stat(Long.toString(pid));
        double ticks = 0;
        for (int i = UTIME; fields.length > 0 && i < UTIME + 4; i++) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** The fields after the name, which may hold blanks itself; none when the process is gone. */
    private static String[] stat(String pid) {
        try {
            String line = Files.readString(Path.of("/proc", pid, "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }

    private static long kilobytes(long pid, String file, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
