package io.swiftcart.e2e.alerts;

import io.swiftcart.e2e.Bus;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.e2e.Shop;
import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.oracle.Sql;
import io.swiftcart.stack.testing.FreePort;
import io.swiftcart.stack.testing.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A shop that looks at itself every few seconds, and what the troubles need of it. The services
 * that some of them take are started accordingly.
 */
final class AlertShop implements AutoCloseable {
    /** Its whole heap is enough for account; of it little is left to what lives long. */
    private static final String LITTLE_FOR_LONG = "-Xmx96m -Xmn72m";

    private final Path data;
    private final TcpProxy mailsToPostgres = new TcpProxy(this::postgresPort);
    private final int debugPort = FreePort.any();
    private final Shop shop;
    private final String buyer;

    AlertShop() {
        try {
            data = Files.createTempDirectory("swiftcart-alerts");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        shop = new Shop(data, environment());
        System.out.println("Alerts in " + data + ": its logs stay there");
        shop.upFresh();
        buyer = shop.lastingToken("loadtest");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SWIFTCART_FOR_ORDER_SWIFTCART_INVARIANTS_EVERY", "5s");
        environment.put("SWIFTCART_FOR_INVENTORY_SWIFTCART_INVENTORY_RECONCILIATION_EVERY", "5s");
        environment.put("SWIFTCART_FOR_ACCOUNT__JAVA_OPTIONS", LITTLE_FOR_LONG);
        environment.put("SWIFTCART_FOR_NOTIFICATION__JAVA_OPTIONS", HeldThread.heldAt(debugPort));
        environment.put(
                "SWIFTCART_FOR_NOTIFICATION_QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://127.0.0.1:" + mailsToPostgres.port() + "/notification");
        return environment;
    }

    Shop shop() {
        return shop;
    }

    Path data() {
        return data;
    }

    TcpProxy mailsToPostgres() {
        return mailsToPostgres;
    }

    int debugPort() {
        return debugPort;
    }

    Bus bus() {
        return new Bus(bootstrap());
    }

    String bootstrap() {
        return shop.run().path("kafka").path("bootstrap").asText();
    }

    Sql sql() {
        return new Sql(shop.run().path("postgres").path("url").asText());
    }

    /** The address of a service itself, behind the gateway. */
    String url(String service) {
        return shop.run().path("services").path(service).path("url").asText();
    }

    String api() {
        return shop.gateway() + "/api/v1";
    }

    /** The id of a new order, which nobody waits for. */
    UUID order(String sku, String card) {
        Answer answer = ordered(Purchase.of(key(), sku).paidBy(card), "respond-async");
        return UUID.fromString(answer.json().path("orderId").asText());
    }

    /** Buys one unit and waits for the end of the order for up to ten seconds. */
    void buy() {
        ordered(Purchase.of(key(), "SKU-00042"), "wait=10");
    }

    private Answer ordered(Purchase purchase, String prefer) {
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        "Bearer " + buyer,
                        "Idempotency-Key",
                        purchase.key(),
                        "Prefer",
                        prefer);
        return Http.post(api() + "/orders", headers, purchase.body());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    Map<String, String> manager() {
        return Map.of("Authorization", "Bearer " + shop.token("manager"));
    }

    /** Sets what is on hand of a SKU. */
    void stock(String sku, int onHand) {
        Map<String, String> headers = new HashMap<>(manager());
        String url = api() + "/inventory/" + sku;
        headers.put("If-Match", Http.get(url, headers).headers().get("ETag"));
        Answer answer =
                Http.put(url + "/stock", headers, Map.of("onHand", onHand, "reason", "alerts"));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
    }

    /** Known before the services are ready, of which one waits for it. */
    private int postgresPort() {
        try {
            return Http.JSON.readTree(data.resolve("ports.json").toFile()).path("postgres").asInt();
        } catch (IOException notYet) {
            throw new IllegalStateException("no address of postgres yet", notYet);
        }
    }

    @Override
    public void close() {
        if (shop.isRunning()) {
            shop.down();
        }
        mailsToPostgres.close();
        shop.deleteAllButLogs();
    }
}
