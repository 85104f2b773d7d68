package io.swiftcart.gateway.routing;

import static io.swiftcart.gateway.routing.Route.to;

import java.util.List;
import java.util.Optional;

/**
 * All public routes. What is not listed does not exist for the outside, {@code /internal} above
 * all.
 */
final class RouteTable {
    private static final List<Route> ROUTES =
            List.of(
                    to("catalog", "/categories", "GET", "POST"),
                    to("catalog", "/categories/{id}", "GET", "PUT", "DELETE"),
                    to("catalog", "/products", "GET", "POST"),
                    to("catalog", "/products/by-sku/{sku}", "GET"),
                    to("catalog", "/products/{id}", "GET", "PUT", "DELETE"),
                    to("order", "/orders", "GET", "POST"),
                    to("order", "/orders/by-number/{orderNumber}", "GET"),
                    to("order", "/orders/{id}", "GET"),
                    to("order", "/orders/{id}/status", "GET"),
                    to("order", "/orders/{id}/events", "GET"),
                    to("order", "/orders/{id}/saga", "GET"),
                    to("payment", "/payments", "GET", "POST"),
                    to("payment", "/payments/order/{orderId}", "GET"),
                    to("payment", "/payments/{id}", "GET"),
                    to("payment", "/payments/{id}/capture", "POST"),
                    to("payment", "/payments/{id}/void", "POST"),
                    to("payment", "/payments/{id}/refund", "POST"),
                    to("payment", "/webhooks/stripe", "POST"),
                    to("inventory", "/inventory", "GET", "POST"),
                    to("inventory", "/inventory/availability", "GET"),
                    to("inventory", "/inventory/low-stock", "GET"),
                    to("inventory", "/inventory/reservations", "POST"),
                    to("inventory", "/inventory/reservations/{orderId}/commit", "POST"),
                    to("inventory", "/inventory/reservations/{orderId}/release", "POST"),
                    to("inventory", "/inventory/{sku}", "GET"),
                    to("inventory", "/inventory/{sku}/stock", "PUT"),
                    to("inventory", "/inventory/{sku}/movements", "GET"));

    private RouteTable() {}

    /** The first route that leads to the address: literal segments stand before variable ones. */
    static Optional<Route> find(String address) {
        return ROUTES.stream().filter(route -> route.leadsTo(address)).findFirst();
    }
}
