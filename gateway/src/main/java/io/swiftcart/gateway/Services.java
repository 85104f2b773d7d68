package io.swiftcart.gateway;

import java.util.List;

/** The services of the shop behind this door. */
public final class Services {
    /** By name, as in {@code swiftcart.<service>.addresses}. */
    public static final List<String> ALL =
            List.of("catalog", "inventory", "notification", "order", "payment");

    private Services() {}
}
