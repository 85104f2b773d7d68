package io.swiftcart.stack.process;

import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of child JVMs: this very Java, a small heap, the class path that the build wrote
 * down.
 */
public final class Jvm {

    private Jvm() {}

    /** The {@code java} that runs now. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs a main class of this module or of its libraries, with the quick compiler alone: it
     * starts sooner.
     */
    public static List<String> main(int heapMegabytes, List<String> options, String mainClass) {
        List<String> command = base(heapMegabytes);
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        return command;
    }

    /** Runs a jar, which brings its own class path. */
    public static List<String> jar(int heapMegabytes, List<String> options, Path jar) {
        List<String> command = base(heapMegabytes);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> base(int heapMegabytes) {
        return new ArrayList<>(
                List.of(
                        java(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
    }

    private static String classPath() {
        try (InputStream listed = Jvm.class.getResourceAsStream("classpath.txt")) {
            if (listed == null) {
                throw new StackFailure(
                        "The stack module is not built: run ./swiftcart up, which builds it.");
            }
            String own =
                    Path.of(Jvm.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                            .toString();
            String libraries = new String(listed.readAllBytes(), StandardCharsets.UTF_8).strip();
            return own + System.getProperty("path.separator") + libraries;
        } catch (IOException | URISyntaxException e) {
            throw new StackFailure(
                    "The class path of the stack module cannot be read: build it again.", e);
        }
    }
}
