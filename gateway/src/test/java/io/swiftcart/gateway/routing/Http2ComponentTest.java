package io.swiftcart.gateway.routing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.gateway.wire.LogLines;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.stack.testing.Certificate;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over TLS, by ALPN; all requests share one connection. */
@QuarkusTest
@TestProfile(Http2ComponentTest.DoorWithCertificate.class)
class Http2ComponentTest {
    private static final String SHOWN = "swiftcart.test.door.shown";
    private static final String TRUSTED = "swiftcart.test.door.trusted";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .sslContext(trusting(Path.of(System.getProperty(TRUSTED))))
                    .build();
    private Neighbour order;

    @Inject MeterRegistry meters;

    @TestHTTPResource(value = "/api/v1/orders", tls = true)
    URI orders;

    /**
     * It is asked more than once, and by other class loaders than the test has: the system's
     * properties are all they share.
     */
    public static class DoorWithCertificate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(SHOWN) == null) {
                Certificate certificate = Certificate.create();
                System.setProperty(SHOWN, certificate.pem().toString());
                System.setProperty(TRUSTED, certificate.trusted().toString());
            }
            String shown = System.getProperty(SHOWN);
            return Map.of(
                    "quarkus.http.tls-configuration-name",
                    "door",
                    "quarkus.tls.door.key-store.pem.0.cert",
                    shown,
                    "quarkus.tls.door.key-store.pem.0.key",
                    shown,
                    "quarkus.http.test-ssl-port",
                    "0");
        }
    }

    @BeforeEach
    void open() throws Exception {
        order = Neighbour.open("order");
        try (LogLines requests = new LogLines("io.swiftcart.gateway.requests")) {
            assertEquals(HttpClient.Version.HTTP_2, send("GET", null).version());
            await().until(() -> requests.lines().size() == 1);
        }
        order.forget();
    }

    @AfterEach
    void close() {
        client.close();
        order.close();
    }

    @Test
    void a_body_arrives_whole() throws Exception {
        byte[] body = new byte[300_000];
        Arrays.fill(body, (byte) 'x');

        HttpResponse<String> answer = send("POST", body);

        assertEquals(200, answer.statusCode());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertArrayEquals(body, order.only().body());
    }

    @Test
    void a_body_that_is_too_large_is_refused_and_the_connection_goes_on() throws Exception {
        HttpResponse<String> refused = send("POST", new byte[1024 * 1024 + 1]);

        assertEquals(413, refused.statusCode());
        assertEquals(200, send("GET", null).statusCode());
    }

    @Test
    void a_broken_answer_ends_its_stream_and_no_other() throws Exception {
        order.answering(
                request -> {
                    request.response().setChunked(true).write("begun");
                    request.connection().close();
                });
        try (LogLines requests = new LogLines("io.swiftcart.gateway.requests")) {
            assertThrows(IOException.class, () -> send("GET", null));
            await().until(() -> outcomes(requests).containsKey("GET broken off after 200"));
        }

        order.forget();
        HttpResponse<String> next = send("GET", null);
        assertEquals(200, next.statusCode());
        assertEquals(HttpClient.Version.HTTP_2, next.version());
    }

    @Test
    void answers_and_refusals_end_without_an_error_and_are_logged_as_what_they_were()
            throws Exception {
        LogLines errors = new LogLines("io.quarkus.vertx.core.runtime");
        LogLines requests = new LogLines("io.swiftcart.gateway.requests");
        try (errors;
                requests) {
            for (int i = 0; i < 200; i++) {
                assertEquals(200, send("GET", null).statusCode());
                assertEquals(200, send("POST", new byte[10]).statusCode());
            }
            order.close();
            assertEquals(503, send("GET", null).statusCode());
            assertEquals(503, send("POST", new byte[10]).statusCode());

            Map<String, Long> all =
                    Map.of("GET 200", 200L, "POST 200", 200L, "GET 503", 1L, "POST 503", 1L);
            await().untilAsserted(() -> assertEquals(all, outcomes(requests)));
            assertEquals(List.of(), errors.lines());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "POST, false"})
    void only_a_write_is_let_finish_for_a_caller_who_has_cancelled_it(
            String method, boolean brokenOff) {
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        order.answering(held::add);
        CompletableFuture<?> asked =
                client.sendAsync(
                        request(method, brokenOff ? null : new byte[2]), BodyHandlers.ofString());
        await().until(() -> held.size() == 1);
        assertEquals(1, underWay());

        asked.cancel(true);

        if (brokenOff) {
            await().until(() -> order.only().brokenOff());
        } else {
            await().during(Duration.ofMillis(300)).until(() -> !order.only().brokenOff());
            order.run(() -> held.getFirst().response().end());
        }
        await().until(() -> underWay() == 0);
    }

    private double underWay() {
        return meters.get("swiftcart.gateway.admission.under.way")
                .tag("service", "order")
                .gauge()
                .value();
    }

    private static Map<String, Long> outcomes(LogLines requests) {
        return requests.lines().stream()
                .collect(groupingBy(Http2ComponentTest::outcome, counting()));
    }

    private static String outcome(LogLines.Line line) {
        return line.text().replaceFirst("^([A-Z]+) .* -> (.*) in .*", "$1 $2");
    }

    private HttpResponse<String> send(String method, byte[] body)
            throws IOException, InterruptedException {
        return client.send(request(method, body), BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path certificate) {
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "door", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no trust", e);
        }
    }

    private HttpRequest request(String method, byte[] body) {
        return HttpRequest.newBuilder(orders)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }
}
