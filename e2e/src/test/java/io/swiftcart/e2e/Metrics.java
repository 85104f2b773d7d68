package io.swiftcart.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which metrics are promised, and which a running shop serves. */
final class Metrics {
    private static final Path PROMISED = Path.of("../docs/metrics.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^# TYPE (\\w+) ", Pattern.MULTILINE);
    private static final Pattern COUNTED = Pattern.compile("_total$");

    private Metrics() {}

    /** The names in the tables of {@code docs/metrics.md} that no service of the shop serves. */
    static Set<String> missingIn(Shop shop) {
        Set<String> served = new TreeSet<>();
        shop.run()
                .path("services")
                .forEach(service -> served.addAll(servedBy(service.path("management").asText())));
        Set<String> missing = names(ROW, promised());
        missing.removeIf(name -> served.contains(COUNTED.matcher(name).replaceFirst("")));
        return missing;
    }

    /** A counter is announced with its ending or without, as the format has it. */
    private static Set<String> servedBy(String management) {
        return names(TYPE, Http.get(management + "/q/metrics", Map.of()).body()).stream()
                .map(name -> COUNTED.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String promised() {
        try {
            return Files.readString(PROMISED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
