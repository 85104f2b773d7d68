package io.swiftcart.e2e.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ships for Prometheus. */
final class RuleFiles {
    private static final Path SHIPPED = Path.of("../ops/prometheus");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    private RuleFiles() {}

    static String configuration() {
        return read(SHIPPED.resolve("prometheus.yml"));
    }

    /** The text of each file of rules by its name. */
    static Map<String, String> rules() {
        try (Stream<Path> files = Files.list(SHIPPED.resolve("rules"))) {
            Map<String, String> rules = new TreeMap<>();
            files.forEach(file -> rules.put(file.getFileName().toString(), read(file)));
            return rules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of all alerts. */
    static List<String> alerts() {
        return rules().values().stream()
                .flatMap(text -> ALERT.matcher(text).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
