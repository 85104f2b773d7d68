package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of the machine. {@code source}: how to get it. */
record Tool(String name, String source) {

    static final Tool PROMTOOL = new Tool("promtool", "Debian: apt-get install prometheus");
    static final Tool YAMLLINT = new Tool("yamllint", "Debian: apt-get install yamllint");
    static final Tool SHELLCHECK = new Tool("shellcheck", "Debian: apt-get install shellcheck");
    static final Tool TERRAFORM = new Tool("terraform", "developer.hashicorp.com/terraform");

    /** Skips the test where the program is not; fails with what it says if it fails. */
    void passes(Path directory, List<String> arguments) {
        assumeTrue(present(), () -> name + " is not on this machine (" + source + ")");
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean present() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
