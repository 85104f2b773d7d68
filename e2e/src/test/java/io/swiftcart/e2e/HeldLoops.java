package io.swiftcart.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the logs tell, from a moment on, of event loops that were held up.
 *
 * <p>Vert.x tells of a loop that has not come round for two seconds. On a machine without time to
 * give, that happens to code that does nothing wrong: its stack stands anywhere. A loop that is
 * truly blocked either waits in a call for somebody else, or works, and then stands in the same
 * method of ours time and again. Only these are held against the code.
 */
final class HeldLoops {
    /** Where a thread stands that waits for somebody else; the innermost frame begins so. */
    private static final List<String> WAITS =
            List.of(
                    "jdk.internal.misc.Unsafe.park",
                    "java.lang.Object.wait",
                    "java.lang.Thread.sleep",
                    "java.lang.ProcessImpl.",
                    "java.io.FileInputStream.",
                    "java.io.RandomAccessFile.",
                    "java.net.Inet",
                    "sun.nio.ch.FileDispatcherImpl.",
                    "sun.nio.ch.UnixFileDispatcherImpl.",
                    "sun.nio.ch.Net.",
                    "sun.nio.ch.NioSocketImpl.",
                    "sun.nio.ch.SocketDispatcher.");

    /** What nobody may do on an event loop at all, wherever within it the thread stands. */
    private static final List<String> NEVER =
            List.of(
                    "org.postgresql.",
                    "java.net.Socket",
                    "java.util.concurrent.CompletableFuture.get",
                    "java.util.concurrent.CompletableFuture.join",
                    "io.smallrye.mutiny.groups.UniAwait.");

    /** Once per class or line of a log, and over when the machine gives it time. */
    private static final List<String> PASSES = List.of(".loadClass", "org.jboss.logmanager.");

    private static final String OURS = "io.swiftcart.";
    private static final Pattern FOR_MILLIS = Pattern.compile("blocked for (\\d+) ms");

    private final Map<Path, Long> lengths = new HashMap<>();

    /** One line of a log: a loop was held up. {@code stack}: innermost first; may be empty. */
    record Report(String log, String message, List<String> stack) {

        boolean waitsForSomebody() {
            boolean passes =
                    stack.stream().anyMatch(frame -> PASSES.stream().anyMatch(frame::contains));
            boolean waits =
                    !stack.isEmpty() && WAITS.stream().anyMatch(stack.getFirst()::startsWith);
            return !passes
                    && (waits
                            || stack.stream()
                                    .anyMatch(frame -> NEVER.stream().anyMatch(frame::startsWith)));
        }

        /** The innermost method of ours, without its line; empty if there is none. */
        String place() {
            return stack.stream()
                    .filter(frame -> frame.startsWith(OURS))
                    .findFirst()
                    .map(frame -> frame.substring(0, frame.lastIndexOf(':')))
                    .orElse("");
        }

        /** Vert.x looks every second: a longer time belongs to the report before. */
        boolean isFirstOfItsKind() {
            var millis = FOR_MILLIS.matcher(message);
            return !millis.find() || Long.parseLong(millis.group(1)) < 3_000;
        }

        @Override
        public String toString() {
            return log + ": " + message + "\n    at " + String.join("\n    at ", stack);
        }
    }

    private HeldLoops() {}

    /** What is logged until now does not count. */
    static HeldLoops from(List<Path> logs) throws IOException {
        HeldLoops held = new HeldLoops();
        for (Path log : logs) {
            held.lengths.put(log, Files.size(log));
        }
        return held;
    }

    /** All that was told since, whoever is to blame. */
    List<Report> reports(List<Path> logs) throws IOException {
        List<Report> reports = new ArrayList<>();
        for (Path log : logs) {
            since(log)
                    .filter(line -> line.contains("BlockedThreadChecker"))
                    .map(line -> report(log.getFileName().toString(), line))
                    .forEach(reports::add);
        }
        return reports;
    }

    /** Those that a starved machine does not explain. */
    static List<Report> blocked(List<Report> reports) {
        Map<String, Integer> times = new TreeMap<>();
        reports.stream()
                .filter(report -> report.isFirstOfItsKind() && !report.place().isEmpty())
                .forEach(report -> times.merge(report.place(), 1, Integer::sum));
        return reports.stream()
                .filter(
                        report ->
                                report.waitsForSomebody()
                                        || times.getOrDefault(report.place(), 0) > 1)
                .toList();
    }

    private Stream<String> since(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.min(lengths.getOrDefault(log, 0L), file.length());
            byte[] added = new byte[Math.toIntExact(file.length() - begin)];
            file.seek(begin);
            file.readFully(added);
            return new String(added, StandardCharsets.UTF_8).lines();
        }
    }

    private static Report report(String log, String line) {
        try {
            JsonNode json = Http.JSON.readTree(line.substring(Math.max(0, line.indexOf('{'))));
            List<String> stack =
                    json.path("exception")
                            .path("frames")
                            .valueStream()
                            .map(HeldLoops::frame)
                            .toList();
            return new Report(log, json.path("message").asText(), stack);
        } catch (IOException notJson) {
            throw new UncheckedIOException(line, notJson);
        }
    }

    private static String frame(JsonNode frame) {
        return frame.path("class").asText()
                + "."
                + frame.path("method").asText()
                + ":"
                + frame.path("line").asInt();
    }
}
