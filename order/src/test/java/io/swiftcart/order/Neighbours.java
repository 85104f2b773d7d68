package io.swiftcart.order;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Inventory and payment, stubbed at the wire. Tests reach them by port, since they run in another
 * class loader.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private final WireMockServer inventory =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final WireMockServer payment =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        inventory.start();
        payment.start();
        System.setProperty("test.inventory.port", String.valueOf(inventory.port()));
        System.setProperty("test.payment.port", String.valueOf(payment.port()));
        return Map.of(
                "swiftcart.inventory.addresses", "localhost:" + inventory.port(),
                "swiftcart.payment.addresses", "localhost:" + payment.port());
    }

    @Override
    public void stop() {
        inventory.stop();
        payment.stop();
    }

    static WireMock inventory() {
        return new WireMock("localhost", Integer.getInteger("test.inventory.port"));
    }

    static WireMock payment() {
        return new WireMock("localhost", Integer.getInteger("test.payment.port"));
    }
}
