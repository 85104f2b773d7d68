package io.swiftcart.gateway.routing;

import java.util.ArrayList;
import java.util.List;

/** What the gateway serves, for tests of what it says about that. */
public final class ServedRoutes {
    private ServedRoutes() {}

    /** As {@code GET /api/v1/products}; its own pages are not among them. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (Route route : RouteTable.all()) {
            route.methods().forEach(method -> all.add(method + " " + route.template()));
        }
        return all;
    }

    /** Whether a path as it stands in an OpenAPI document is served, by a service or by itself. */
    public static boolean has(String method, String template) {
        String address = template.replaceAll("\\{[^}]+}", "0");
        return RouteTable.find(address)
                .map(route -> route.methods().contains(method))
                .orElse(!RouteTable.templateOf(address).equals("unlisted"));
    }
}
