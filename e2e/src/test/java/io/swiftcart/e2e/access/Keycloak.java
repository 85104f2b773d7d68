package io.swiftcart.e2e.access;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import io.swiftcart.stack.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Keycloak in a process of its own, with the realm that {@link KeycloakRealm} makes. The
 * build has unpacked it; its first start there takes a minute, the next ones ten seconds.
 */
final class Keycloak implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final String address;
    private final Path log;

    private Keycloak(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Started, with its log in this folder; returns when it answers. */
    static Keycloak start(Path folder, KeycloakRealm realm) {
        String port = Integer.toString(FreePort.any());
        String address = "http://127.0.0.1:" + port;
        try {
            realm.writeTo(Files.createDirectories(HOME.resolve("data/import")));
            Path log = Files.createDirectories(folder).resolve("keycloak.log");
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    HOME.resolve("bin/kc.sh").toString(),
                                    "start-dev",
                                    "--import-realm",
                                    "--db=dev-mem",
                                    "--http-host=127.0.0.1",
                                    "--http-port=" + port,
                                    "--hostname=" + address)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(KeycloakRealm.SECRETS);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            Keycloak started = new Keycloak(builder.start(), address, log);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
            started.awaitReady();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() throws IOException {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended while starting: " + Files.readString(log));
        }
    }

    private boolean answers() {
        try {
            return Http.get(issuer() + "/.well-known/openid-configuration", Map.of()).status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What services are told as the address of their provider. */
    String issuer() {
        return address + "/realms/swiftcart";
    }

    /** The environment in which a whole shop has this provider and no other. */
    Map<String, String> asProviderOf(List<String> services) {
        Map<String, String> environment = new TreeMap<>();
        for (String service : services) {
            environment.put(setting(service, "AUTH_SERVER_URL"), issuer());
        }
        KeycloakRealm.SECRETS.forEach(
                (name, secret) -> {
                    String service = name.substring(0, name.indexOf('_'));
                    environment.put(setting(service, "CLIENT_AUTH_SERVER_URL"), issuer());
                    environment.put(setting(service, "CLIENT_CREDENTIALS_SECRET"), secret);
                    environment.put(
                            setting(service, "CLIENT_TOKEN_PATH"),
                            "/protocol/openid-connect/token");
                });
        return environment;
    }

    private static String setting(String service, String name) {
        return "SWIFTCART_FOR_" + service + "_QUARKUS_OIDC_" + name;
    }

    /** Grant password, as the shop's pages would ask. */
    String tokenOfUser(String user) {
        return token(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "shop",
                        "username",
                        user,
                        "password",
                        KeycloakRealm.PASSWORD));
    }

    String tokenOfClientWith(String scope) {
        return tokenOfClient(KeycloakRealm.clientWith(scope));
    }

    /** Grant client credentials. */
    String tokenOfClient(String client) {
        return token(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        KeycloakRealm.secretOf(client)));
    }

    /** The public key that tokens are signed with. */
    JsonNode signingKey() {
        return Http.get(issuer() + "/protocol/openid-connect/certs", Map.of())
                .json()
                .path("keys")
                .valueStream()
                .filter(key -> key.path("use").asText().equals("sig"))
                .findFirst()
                .orElseThrow();
    }

    private String token(Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(member -> member.getKey() + "=" + encoded(member.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
            JsonNode token = Http.JSON.readTree(answer).path("access_token");
            if (token.isMissingNode()) {
                throw new AssertionError("no token for " + form.keySet() + ": " + answer);
            }
            return token.asText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The script hands the signal on to its Java. */
    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
