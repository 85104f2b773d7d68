package io.swiftcart.e2e;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.stack.services.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each service as it is delivered, told where its neighbours are and nothing else: it ends at once
 * and says which secrets it lacks.
 */
class SecretsJourney {
    private static final List<String> NEIGHBOURS =
            List.of("account", "catalog", "cart", "inventory", "payment", "order", "notification");

    @ParameterizedTest
    @EnumSource
    void a_service_does_not_start_without_its_secrets(Service service, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(commandOf(service))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(SWIFTCART|QUARKUS)_.*"));
        NEIGHBOURS.forEach(
                name ->
                        builder.environment()
                                .put(
                                        "SWIFTCART_" + name.toUpperCase(Locale.ROOT) + "_ADDRESSES",
                                        "localhost:1"));
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");

        Process process = builder.start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);

        assertTrue(ended, said);
        assertNotEquals(0, process.exitValue(), said);
        assertTrue(
                said.contains("This service does not start without its secrets: set quarkus."),
                said);
    }

    private static List<String> commandOf(Service service) {
        List<String> command = new ArrayList<>();
        if (Shop.NATIVE) {
            command.add(service.executable(Command.ROOT).toString());
        } else {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            command.addAll(List.of(java, "-jar", service.jar(Command.ROOT).toString()));
        }
        return command;
    }
}
