package io.swiftcart.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a newcomer types: the {@code sh} blocks of {@code docs/quickstart.md}, one after another.
 */
final class Quickstart {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    private Quickstart() {}

    /** Standard output and errors; fails at the first command that does. */
    static String type(Path root, Shop shop) {
        try {
            String script =
                    BLOCK.matcher(Files.readString(root.resolve("docs/quickstart.md")))
                            .results()
                            .map(block -> block.group(1))
                            .collect(Collectors.joining("\n"));
            Path output = Files.createTempFile("quickstart", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder("sh", "-eux", "-c", script)
                            .directory(root.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("GATEWAY", shop.gateway());
            builder.environment().put("SWIFTCART_DATA", shop.data().toString());
            Process shell = builder.start();
            boolean ended = shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            shell.destroy();
            String said = Files.readString(output);
            Files.delete(output);
            int code = ended ? shell.exitValue() : -1;
            if (script.isBlank() || code != 0) {
                throw new AssertionError("the quickstart ended with " + code + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
