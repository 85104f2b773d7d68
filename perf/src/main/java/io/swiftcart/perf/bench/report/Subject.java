package io.swiftcart.perf.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A build that is measured.
 *
 * @param name {@code this}, or {@code beside}
 * @param commit abbreviated; {@code +} behind it when files are changed; {@code unknown} outside
 *     Git
 */
public record Subject(String name, String commit) {

    /** The build of a checkout. */
    public static Subject of(String name, Path checkout) {
        String commit = git(checkout, "rev-parse", "--short=12", "HEAD");
        boolean changed = !git(checkout, "status", "--porcelain", "-uno").isEmpty();
        return new Subject(name, commit.isEmpty() ? "unknown" : commit + (changed ? "+" : ""));
    }

    private static String git(Path checkout, String... arguments) {
        try {
            String[] line = new String[arguments.length + 1];
            line[0] = "git";
            System.arraycopy(arguments, 0, line, 1, arguments.length);
            Process process =
                    new ProcessBuilder(line)
                            .directory(checkout.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException _) {
            return "";
        }
    }
}
