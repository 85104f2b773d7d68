package io.swiftcart.order;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Inventory, payment and cart, stubbed at the wire. Tests reach them by port, since they run in
 * another class loader.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private final WireMockServer inventory = new WireMockServer(options());
    private final WireMockServer payment = new WireMockServer(options());
    private final WireMockServer cart = new WireMockServer(options());

    @Override
    public Map<String, String> start() {
        inventory.start();
        payment.start();
        cart.start();
        System.setProperty("test.inventory.port", String.valueOf(inventory.port()));
        System.setProperty("test.payment.port", String.valueOf(payment.port()));
        System.setProperty("test.cart.port", String.valueOf(cart.port()));
        return Map.of(
                "swiftcart.inventory.addresses",
                "localhost:" + inventory.port(),
                "swiftcart.payment.addresses",
                "localhost:" + payment.port(),
                "swiftcart.cart.addresses",
                "localhost:" + cart.port(),
                // What is asked again is asked soon: tests wait for the second time, not for the
                // pause.
                "swiftcart.order.pause",
                "50ms",
                // Vert.x's own limit, written down because EventLoopComponentTest depends on it:
                // a shorter one is broken by mere scheduling on a loaded machine of two cores.
                "quarkus.vertx.max-event-loop-execute-time",
                "2s",
                "quarkus.vertx.warning-exception-time",
                "2s");
    }

    private static WireMockConfiguration options() {
        return WireMockConfiguration.options().dynamicPort().containerThreads(64);
    }

    @Override
    public void stop() {
        inventory.stop();
        payment.stop();
        cart.stop();
    }

    public static WireMock inventory() {
        return new WireMock("localhost", Integer.getInteger("test.inventory.port"));
    }

    public static WireMock payment() {
        return new WireMock("localhost", Integer.getInteger("test.payment.port"));
    }

    public static WireMock cart() {
        return new WireMock("localhost", Integer.getInteger("test.cart.port"));
    }
}
