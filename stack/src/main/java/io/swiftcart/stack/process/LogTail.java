package io.swiftcart.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log. */
final class LogTail {

    private static final int WINDOW = 16 * 1024;
    private static final Pattern TELLING =
            Pattern.compile(
                    "FATAL|PANIC|ERROR|Exception|rror:|No space left|Bad file|cannot|refus",
                    Pattern.MULTILINE);

    private LogTail() {}

    /**
     * Of what was written since {@code from}: the last line that looks like a reason, else the last
     * line.
     */
    static String lastWords(Path log, long from) {
        List<String> lines = lines(log, from);
        return lines.reversed().stream()
                .filter(line -> TELLING.matcher(line).find())
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .orElse("it said nothing");
    }

    /** The last line that was written since {@code from}. */
    static String lastLine(Path log, long from) {
        List<String> lines = lines(log, from);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    private static List<String> lines(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - WINDOW);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
