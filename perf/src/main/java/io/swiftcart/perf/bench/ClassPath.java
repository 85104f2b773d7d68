package io.swiftcart.perf.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Class paths of the processes that the benchmark starts. */
public final class ClassPath {

    private ClassPath() {}

    /** This module with its libraries, as the build wrote them down. */
    public static String own() {
        return self() + File.pathSeparator + String.join(File.pathSeparator, libraries());
    }

    /** A built service and its libraries, and behind them this module. */
    public static String ofService(Path checkout, String service) {
        Path app = checkout.resolve(service).resolve("target/quarkus-app");
        List<String> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            jars.addAll(jarsIn(app.resolve(folder)));
        }
        if (jars.isEmpty()) {
            throw new BenchFailure("The service " + service + " is not built: run ./swiftcart up.");
        }
        jars.add(self());
        libraries().stream().filter(jar -> jar.contains("HdrHistogram")).forEach(jars::add);
        return String.join(File.pathSeparator, jars);
    }

    private static List<String> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BenchFailure(folder + " cannot be read.", e);
        }
    }

    private static String self() {
        try {
            return Path.of(
                            ClassPath.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new BenchFailure("The module's own place has a strange name.", e);
        }
    }

    private static List<String> libraries() {
        try (InputStream listed = ClassPath.class.getResourceAsStream("classpath.txt")) {
            if (listed == null) {
                throw new BenchFailure("The module perf is not built: run ./swiftcart bench.");
            }
            String line = new String(listed.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Arrays.asList(line.split(File.pathSeparator));
        } catch (IOException e) {
            throw new BenchFailure("The class path of the module perf cannot be read.", e);
        }
    }
}
