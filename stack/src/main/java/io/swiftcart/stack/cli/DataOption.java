package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}, which every command takes. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data directory (default: SWIFTCART_DATA, else .swiftcart in the checkout).")
    private @Nullable Path directory;

    Layout layout() {
        return new Layout(chosen());
    }

    /** The root of the sources; the script tells it. */
    static Path checkout() {
        return Path.of(System.getProperty("swiftcart.home", ""));
    }

    private Path chosen() {
        if (directory != null) {
            return directory;
        }
        String variable = System.getenv("SWIFTCART_DATA");
        return variable == null || variable.isBlank()
                ? checkout().resolve(".swiftcart")
                : Path.of(variable);
    }
}
