package io.swiftcart.e2e.alerts;

import io.swiftcart.e2e.alerts.Provocation.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What happens to processes. */
final class Processes {
    private static final String CONSUMERS = "smallrye-kafka-consumer-thread";
    private static final Duration STALL = Duration.ofMillis(3_500);
    private static final Duration BREATH = Duration.ofMillis(1_500);

    /** Of the file handles that a process may have, it has about nine in ten open. */
    private static final double SLACK = 1.1;

    private Processes() {}

    /** It neither answers nor ends. */
    static Trouble frozen(String process) {
        return shop -> {
            long pid = shop.shop().pidOf(process);
            signal("STOP", pid);
            return () -> signal("CONT", pid);
        };
    }

    /** It stands still again and again, as a machine does that has too much to do. */
    static Trouble stalling(String process) {
        return shop -> {
            long pid = shop.shop().pidOf(process);
            Thread thread = Thread.ofVirtual().start(() -> stall(pid));
            return () -> {
                thread.interrupt();
                thread.join();
            };
        };
    }

    private static void stall(long pid) {
        while (!Thread.currentThread().isInterrupted()) {
            signal("STOP", pid);
            LockSupport.parkNanos(STALL.toNanos());
            signal("CONT", pid);
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    /** The consumers of notification no longer ask Kafka, and everything else goes on. */
    static Ending consumersStand(AlertShop shop) throws Exception {
        return HeldThread.named(CONSUMERS, shop.debugPort());
    }

    /** It may open only a few files more than it has. */
    static Trouble withFewFiles(String service) {
        return shop -> {
            long pid = shop.shop().pidOf(service);
            long limit = fileLimit(pid);
            limitFiles(pid, (long) (openFiles(pid) * SLACK));
            return () -> limitFiles(pid, limit);
        };
    }

    private static long openFiles(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        }
    }

    private static long fileLimit(long pid) {
        return Long.parseLong(
                run("prlimit", "--pid", "" + pid, "--nofile", "--output=SOFT", "--noheadings"));
    }

    private static void limitFiles(long pid, long soft) {
        run("prlimit", "--pid", "" + pid, "--nofile=" + soft + ":");
    }

    private static void signal(String name, long pid) {
        run("kill", "-" + name, Long.toString(pid));
    }

    /** Not to be interrupted: whatever was stopped must be let go. */
    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = process.onExit().join().exitValue();
            if (end != 0) {
                throw new AssertionError(Arrays.toString(command) + ": " + said);
            }
            return said.strip();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
