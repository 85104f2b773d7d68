package io.swiftcart.stack.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackTestResourceComponentTest {

    private static final StackTestResource RESOURCE = new StackTestResource();
    private static Map<String, String> configuration = Map.of();

    @BeforeAll
    static void start() {
        RESOURCE.init(Map.of("parts", "postgres,kafka,redis,identity,mail,sandbox"));
        configuration = RESOURCE.start();
    }

    @Test
    void each_start_gets_a_database_of_its_own_in_the_same_server() throws SQLException {
        Map<String, String> second = RESOURCE.start();

        assertNotEquals(
                second.get("quarkus.datasource.jdbc.url"),
                configuration.get("quarkus.datasource.jdbc.url"));
        try (Connection connection =
                        connect(second, second.getOrDefault("quarkus.datasource.jdbc.url", ""));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select uuidv7(), current_user")) {
            assertTrue(answer.next());
            assertEquals(second.get("quarkus.datasource.username"), answer.getString(2));
        }
    }

    @Test
    void a_role_may_not_enter_the_database_of_another_one() {
        Map<String, String> second = RESOURCE.start();

        SQLException refused =
                assertThrows(
                        SQLException.class,
                        () ->
                                connect(
                                                second,
                                                configuration.getOrDefault(
                                                        "quarkus.datasource.jdbc.url", ""))
                                        .close());
        assertTrue(String.valueOf(refused.getMessage()).contains("permission denied for database"));
    }

    @Test
    void a_published_fact_is_read_again() {
        String key = UUID.randomUUID().toString();

        Facts.publish("orders.confirmed.v1", key, "{}", Map.of("ce_id", "1"));

        List<Facts.Received> received = Facts.consume("orders.confirmed.v1").ofKey(key, 1);
        assertEquals(new Facts.Received(key, "{}", Map.of("ce_id", "1")), received.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.bootstrap.servers", "quarkus.redis.hosts"})
    void a_service_is_led_to_a_door_that_opens_only_to_who_trusts_it(String setting)
            throws Exception {
        String address = configuration.getOrDefault(setting, "");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));

        assertThrows(SSLException.class, () -> enter(port, SSLContext.getDefault()));
        enter(port, trusting(StoresOverTls.certificate()));
    }

    @Test
    void a_mail_is_found_by_its_address() throws Exception {
        String address = UUID.randomUUID() + "@example.com";

        int port = Integer.parseInt(configuration.getOrDefault("quarkus.mailer.port", ""));
        try (Socket socket = new Socket("127.0.0.1", port);
                OutputStream out = socket.getOutputStream()) {
            String dialogue =
                    "HELO test\r\nMAIL FROM:<shop@example.com>\r\nRCPT TO:<"
                            + address
                            + ">\r\nDATA\r\n"
                            + "Subject: Hello\r\nMessage-ID: <1@example.com>\r\n\r\nWorld\r\n.\r\nQUIT\r\n";
            out.write(dialogue.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().readAllBytes();
        }

        Awaitility.await().until(() -> Mails.to(address).size() == 1);
        Mails.Mail mail = Mails.to(address).getFirst();
        assertEquals("Hello", mail.subject());
        assertEquals("<1@example.com>", mail.messageId());
        assertTrue(mail.raw().contains("World"));
    }

    @Test
    void a_token_names_its_user() {
        String claims =
                new String(
                        java.util.Base64.getUrlDecoder().decode(Tokens.of("alice").split("\\.")[1]),
                        StandardCharsets.UTF_8);

        assertTrue(claims.contains("\"preferred_username\":\"alice\""), claims);
    }

    @Test
    void the_sandbox_lets_only_the_bearer_of_its_key_in() throws Exception {
        URI intents =
                URI.create(
                        configuration.get("swiftcart.payment.stripe.url") + "/v1/payment_intents");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(intents);

            assertEquals(401, client.send(request.build(), BodyHandlers.discarding()).statusCode());
            request.header(
                    "Authorization",
                    "Bearer " + configuration.get("swiftcart.payment.stripe.api-key"));
            assertEquals(200, client.send(request.build(), BodyHandlers.discarding()).statusCode());
        }
    }

    private static void enter(int port, SSLContext context) throws IOException {
        try (Socket socket = context.getSocketFactory().createSocket("localhost", port)) {
            ((SSLSocket) socket).startHandshake();
        }
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate.trusted())) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Connection connect(Map<String, String> as, String url) throws SQLException {
        return DriverManager.getConnection(
                url, as.get("quarkus.datasource.username"), as.get("quarkus.datasource.password"));
    }
}
