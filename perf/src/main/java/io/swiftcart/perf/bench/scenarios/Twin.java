package io.swiftcart.perf.bench.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.perf.bench.BenchFailure;
import io.swiftcart.perf.bench.JavaProcess;
import io.swiftcart.perf.bench.Plan;
import io.swiftcart.perf.bench.shop.Databases;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The Spring Boot twin, running beside the shop on the same PostgreSQL server, Kafka, identity
 * issuer and payment sandbox, with a database of its own. With the JVM's own defaults.
 */
final class Twin implements AutoCloseable {
    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final Duration START = Duration.ofMinutes(3);
    private static final String DATABASE = "perf_twin";

    private final JavaProcess process;
    private final int port;
    private final Shop shop;

    private Twin(JavaProcess process, int port, Shop shop) {
        this.process = process;
        this.port = port;
        this.shop = shop;
    }

    static Twin start(Shop shop, Plan plan) {
        Path jar = built(shop.checkout(), plan.folder());
        Databases databases = new Databases(shop);
        databases.execute("postgres", "drop database if exists " + DATABASE + " with (force)");
        databases.execute("postgres", "create database " + DATABASE);
        int port = Shop.freePort();
        JavaProcess process =
                JavaProcess.start(
                        List.of("-Dserver.port=" + port, "-Dserver.address=127.0.0.1"),
                        jar.toString(),
                        List.of("org.springframework.boot.loader.launch.JarLauncher"),
                        environment(shop, databases),
                        plan.folder().resolve("twin.log"));
        Twin twin = new Twin(process, port, shop);
        twin.awaitReady(plan.folder());
        return twin;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
        new Databases(shop)
                .execute("postgres", "drop database if exists " + DATABASE + " with (force)");
    }

    private static Map<String, String> environment(Shop shop, Databases databases) {
        JsonNode run = shop.run();
        Map<String, String> environment = new TreeMap<>();
        environment.put("TWIN_JDBC_URL", databases.jdbcUrl(DATABASE));
        environment.put("TWIN_DATABASE_USER", databases.user());
        environment.put("TWIN_DATABASE_PASSWORD", databases.password());
        environment.put("TWIN_KAFKA", shop.kafka());
        environment.put("TWIN_ISSUER", run.path("identity").path("issuer").asText());
        environment.put("TWIN_PROVIDER_URL", run.path("paymentSandbox").path("url").asText());
        environment.put(
                "TWIN_PROVIDER_API_KEY", run.path("paymentSandbox").path("apiKey").asText());
        return environment;
    }

    /** It is no part of the build of the services. */
    private static Path built(Path checkout, Path folder) {
        Path jar = checkout.resolve("perf/twin/target/twin-0.1.0-SNAPSHOT.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Path log = folder.resolve("twin-build.log");
        try {
            Process build =
                    new ProcessBuilder(
                                    "mvn", "-B", "-ntp", "-q", "-f", "perf/twin/pom.xml", "package")
                            .directory(checkout.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!build.waitFor(BUILD.toMillis(), TimeUnit.MILLISECONDS)) {
                build.destroy();
            }
        } catch (IOException e) {
            throw new NotNow("Maven does not start, which would build the Spring twin.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
        if (!Files.exists(jar)) {
            throw new NotNow("The Spring twin cannot be built here: see " + log + ".");
        }
        return jar;
    }

    private void awaitReady(Path folder) {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < START.toNanos()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException _) {
                Quiet.pause(Duration.ofMillis(200));
            }
        }
        close();
        throw new BenchFailure("The Spring twin does not start: see " + folder + "/twin.log.");
    }
}
