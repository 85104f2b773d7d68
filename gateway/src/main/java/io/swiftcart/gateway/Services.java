package io.swiftcart.gateway;

import java.util.List;

/** The services of the shop behind this door. */
public final class Services {
    /** By name, as in {@code swiftcart.<service>.addresses}. */
    public static final List<String> ALL =
            List.of("account", "cart", "catalog", "inventory", "notification", "order", "payment");

    /** Those with a database, which keep dead letters and answer for what must hold in it. */
    public static final List<String> WITH_DATABASE =
            ALL.stream().filter(service -> !service.equals("cart")).toList();

    private Services() {}
}
