package io.swiftcart.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.testing.Certificate;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The order service's internal contact, stubbed at the wire, which speaks TLS alone to the service,
 * with a certificate that nobody else trusts. Tests reach it by a port in clear, since they run in
 * another class loader.
 */
public class OrderService implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "test.order.port";

    /** Enough to be slow for many at once and quick for others. */
    private static final int THREADS = 100;

    private final Certificate certificate = Certificate.create();
    private final WireMockServer server =
            new WireMockServer(
                    WireMockConfiguration.options()
                            .dynamicPort()
                            .dynamicHttpsPort()
                            .keystorePath(certificate.keyStore().toString())
                            .keystorePassword(Certificate.PASSWORD)
                            .keyManagerPassword(Certificate.PASSWORD)
                            .containerThreads(THREADS));

    @Override
    public Map<String, String> start() {
        server.start();
        System.setProperty(PORT, String.valueOf(server.port()));
        return Map.of(
                "swiftcart.order.addresses",
                "localhost:" + server.httpsPort(),
                "quarkus.stork.order.service-discovery.secure",
                "true",
                "quarkus.rest-client.order.tls-configuration-name",
                "neighbours",
                "quarkus.tls.neighbours.trust-store.pem.certs",
                certificate.trusted().toString());
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Tells the contact as the order service does, to whoever shows a token. */
    static void knows(UUID orderId, String email, String name) {
        answers(
                orderId,
                json(
                        JsonObject.of(
                                "orderId",
                                orderId.toString(),
                                "orderNumber",
                                "ORD-20261120-000042",
                                "email",
                                email,
                                "name",
                                name)));
    }

    /** Knows the order, but of nobody to write to. */
    static void knowsNobodyOf(UUID orderId) {
        answers(
                orderId,
                json(
                        JsonObject.of(
                                "orderId",
                                orderId.toString(),
                                "orderNumber",
                                "ORD-20261120-000042")));
    }

    static void answers(UUID orderId, ResponseDefinitionBuilder answer) {
        wire().register(
                        get(urlEqualTo(path(orderId)))
                                .withHeader("Authorization", matching("Bearer .+"))
                                .willReturn(answer));
    }

    /** What it was asked about an order, oldest first. */
    static List<LoggedRequest> asked(UUID orderId) {
        return wire().find(getRequestedFor(urlEqualTo(path(orderId))));
    }

    private static ResponseDefinitionBuilder json(JsonObject body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body.encode());
    }

    private static String path(UUID orderId) {
        return "/internal/orders/" + orderId + "/contact";
    }

    private static WireMock wire() {
        return new WireMock("localhost", Integer.getInteger(PORT));
    }
}
