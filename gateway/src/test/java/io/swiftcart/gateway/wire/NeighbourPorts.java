package io.swiftcart.gateway.wire;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.testing.FreePort;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the gateway where its neighbours listen: one replica of each service, two of catalog, and
 * their management. A test opens a {@link Neighbour} there, or leaves the place empty.
 */
public class NeighbourPorts implements QuarkusTestResourceLifecycleManager {
    private static final String PORT_OF = "swiftcart.test.port.";

    /** A port that is free twice is a port of two places. */
    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        for (String service :
                new String[] {"account", "cart", "order", "payment", "inventory", "notification"}) {
            configuration.put("swiftcart." + service + ".addresses", place(service));
            configuration.put(
                    "swiftcart." + service + ".management", place(service + "-management"));
        }
        configuration.put(
                "swiftcart.catalog.addresses", place("catalog") + "," + place("catalog-2"));
        configuration.put(
                "swiftcart.catalog.management",
                place("catalog-management") + "," + place("catalog-2-management"));
        configuration.put("swiftcart.gateway.silence", "4s");
        configuration.putAll(limits());
        return configuration;
    }

    /** Tests send more from one address than a shop would bear; the small quotas are for tests. */
    private static Map<String, String> limits() {
        String limits = "swiftcart.gateway.limits.";
        return Map.of(
                limits + "anonymous.rate",
                "100000",
                limits + "anonymous.burst",
                "200000",
                "swiftcart.gateway.cors.origins",
                "https://shop.example",
                limits + "clients.loadtest.unlimited",
                "true",
                limits + "clients.inventory.rate",
                "0.05",
                limits + "clients.inventory.burst",
                "5",
                limits + "classes.login.client.rate",
                "0.05",
                limits + "classes.login.client.burst",
                "3");
    }

    @Override
    public void stop() {}

    /** The port of a neighbour's place. */
    public static int of(String name) {
        return Integer.getInteger(PORT_OF + name);
    }

    private static String place(String name) {
        int port = FreePort.any();
        while (!TAKEN.add(port)) {
            port = FreePort.any();
        }
        System.setProperty(PORT_OF + name, Integer.toString(port));
        return "127.0.0.1:" + port;
    }
}
