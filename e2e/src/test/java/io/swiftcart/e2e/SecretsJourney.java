package io.swiftcart.e2e;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service as it is delivered, told where others are and nothing else. */
class SecretsJourney {
    private static final Map<String, String> ALL_BUT_SECRETS =
            Map.ofEntries(
                    Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:1"),
                    Map.entry("SWIFTCART_PAYMENT_STRIPE_URL", "http://localhost:1"),
                    // Those two are asked for by the framework before.
                    Map.entry("SWIFTCART_PAYMENT_STRIPE_API_KEY", "known"),
                    Map.entry("SWIFTCART_PAYMENT_STRIPE_WEBHOOK_SECRETS", "known"),
                    Map.entry("QUARKUS_HTTP_PORT", "0"),
                    Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                    Map.entry("SWIFTCART_ACCOUNT_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_CATALOG_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_CART_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_INVENTORY_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_PAYMENT_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_ORDER_ADDRESSES", "localhost:1"),
                    Map.entry("SWIFTCART_NOTIFICATION_ADDRESSES", "localhost:1"));

    @ParameterizedTest
    @CsvSource({
        "account, swiftcart.encryption.index-key",
        "catalog, quarkus.datasource.password",
        "cart, quarkus.redis.password",
        "inventory, quarkus.redis.password",
        "payment, quarkus.datasource.password",
        "order, swiftcart.encryption.current",
        "notification, quarkus.oidc-client.credentials.secret",
        "gateway, quarkus.redis.password"
    })
    void a_service_ends_and_names_the_secret_that_it_lacks(
            String service, String secret, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(commandOf(service))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(SWIFTCART|QUARKUS)_.*"));
        builder.environment().putAll(ALL_BUT_SECRETS);

        Process process = builder.start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output);

        assertTrue(ended, said);
        assertNotEquals(0, process.exitValue(), said);
        assertTrue(said.contains("This service does not start without its secrets"), said);
        assertTrue(said.contains(secret), said);
    }

    private static List<String> commandOf(String service) {
        Path built = Command.ROOT.resolve(service).resolve("target");
        if (Shop.NATIVE) {
            return List.of(built.resolve(service + "-0.1.0-SNAPSHOT-runner").toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                built.resolve("quarkus-app/quarkus-run.jar").toString());
    }
}
