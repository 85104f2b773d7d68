package io.swiftcart.gateway.routing;

import static io.swiftcart.gateway.routing.Route.at;
import static io.swiftcart.gateway.routing.Route.to;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All public routes. What is not listed does not exist for the outside, {@code /internal} above
 * all.
 */
final class RouteTable {
    private static final List<Route> ROUTES =
            List.of(
                    at("account", "/.well-known/openid-configuration", "GET"),
                    at("account", "/jwks", "GET"),
                    to("account", "/auth/register", "POST"),
                    to("account", "/auth/login", "POST"),
                    to("account", "/auth/refresh", "POST"),
                    to("account", "/auth/logout", "POST"),
                    to("account", "/auth/forgot-password", "POST"),
                    to("account", "/auth/reset-password", "POST"),
                    to("account", "/auth/confirm-email", "POST"),
                    to("account", "/users/me", "GET", "PUT", "DELETE"),
                    to("account", "/users/me/email", "POST"),
                    to("account", "/users/me/addresses", "GET", "POST"),
                    to("account", "/users/me/addresses/{id}", "GET", "PUT", "DELETE"),
                    to("account", "/admin/signing-keys/rotate", "POST"),
                    to("account", "/admin/customers/{customerId}/erase", "POST"),
                    to("catalog", "/categories", "GET", "POST"),
                    to("catalog", "/categories/{id}", "GET", "PUT", "DELETE"),
                    to("catalog", "/products", "GET", "POST"),
                    to("catalog", "/products/by-sku/{sku}", "GET"),
                    to("catalog", "/products/import", "POST"),
                    to("catalog", "/products/imports/{jobId}", "GET"),
                    to("catalog", "/products/imports/{jobId}/errors", "GET"),
                    to("catalog", "/products/export", "GET"),
                    to("catalog", "/products/{id}", "GET", "PUT", "DELETE"),
                    to("catalog", "/products/{id}/price-history", "GET"),
                    to("catalog", "/products/{id}/reviews", "GET", "POST"),
                    to("catalog", "/search", "GET"),
                    to("catalog", "/search/suggest", "GET"),
                    to("cart", "/carts", "POST"),
                    to("cart", "/carts/me", "GET"),
                    to("cart", "/carts/{cartId}", "GET", "DELETE"),
                    to("cart", "/carts/{cartId}/items", "POST"),
                    to("cart", "/carts/{cartId}/items/{sku}", "PUT", "DELETE"),
                    to("cart", "/carts/{cartId}/merge", "POST"),
                    to("order", "/checkout", "POST"),
                    to("order", "/checkout/sessions", "POST"),
                    to("order", "/checkout/sessions/{id}", "GET"),
                    to("order", "/checkout/sessions/{id}/customer", "PUT"),
                    to("order", "/checkout/sessions/{id}/shipping-address", "PUT"),
                    to("order", "/checkout/sessions/{id}/shipping-options", "GET"),
                    to("order", "/checkout/sessions/{id}/shipping-option", "PUT"),
                    to("order", "/checkout/sessions/{id}/promotion", "PUT"),
                    to("order", "/checkout/sessions/{id}/complete", "POST"),
                    to("order", "/promotions", "GET", "POST"),
                    to("order", "/promotions/{code}", "GET", "PUT"),
                    to("order", "/orders", "GET", "POST"),
                    to("order", "/orders/batch", "POST"),
                    to("order", "/orders/by-number/{orderNumber}", "GET"),
                    to("order", "/orders/{id}", "GET"),
                    to("order", "/orders/{id}/status", "GET"),
                    to("order", "/orders/{id}/events", "GET"),
                    to("order", "/orders/{id}/cancel", "PUT"),
                    to("order", "/orders/{id}/refunds", "POST"),
                    to("order", "/orders/{id}/saga", "GET"),
                    to("order", "/orders/{id}/saga/retry", "POST"),
                    to("order", "/orders/{id}/saga/compensate", "POST"),
                    to("order", "/admin/orders/{id}/guest/erase", "POST"),
                    to("payment", "/payments", "GET", "POST"),
                    to("payment", "/payments/order/{orderId}", "GET"),
                    to("payment", "/payments/reconciliation", "GET"),
                    to("payment", "/payments/{id}", "GET"),
                    to("payment", "/payments/{id}/capture", "POST"),
                    to("payment", "/payments/{id}/void", "POST"),
                    to("payment", "/payments/{id}/refund", "POST"),
                    to("payment", "/webhooks/stripe", "POST"),
                    to("inventory", "/inventory", "GET", "POST"),
                    to("inventory", "/inventory/availability", "GET"),
                    to("inventory", "/inventory/low-stock", "GET"),
                    to("inventory", "/inventory/reconciliation", "GET"),
                    to("inventory", "/inventory/reservations", "POST"),
                    to("inventory", "/inventory/reservations/{orderId}/commit", "POST"),
                    to("inventory", "/inventory/reservations/{orderId}/release", "POST"),
                    to("inventory", "/inventory/{sku}", "GET"),
                    to("inventory", "/inventory/{sku}/stock", "PUT"),
                    to("inventory", "/inventory/{sku}/movements", "GET"));

    /** What the gateway serves by itself. */
    private static final Set<String> OWN =
            Set.of(
                    "/api/v1/health",
                    "/api/v1/admin/audit",
                    "/api/v1/admin/audit/verification",
                    "/api/v1/admin/dead-letters",
                    "/api/v1/admin/dead-letters/replay",
                    "/api/v1/admin/invariants",
                    "/docs",
                    "/openapi.json",
                    "/problems/{code}");

    private RouteTable() {}

    /** The first route that leads to the address: literal segments stand before variable ones. */
    static Optional<Route> find(String address) {
        return ROUTES.stream().filter(route -> route.leadsTo(address)).findFirst();
    }

    /** Every route to a service. */
    static List<Route> all() {
        return ROUTES;
    }

    /** The name of an address in logs: never the address itself, which anybody can make up. */
    static String templateOf(String address) {
        return find(address)
                .map(Route::template)
                .or(() -> OWN.stream().filter(own -> isInstance(address, own)).findFirst())
                .orElse("unlisted");
    }

    /** All services that a route leads to. */
    static Set<String> services() {
        return ROUTES.stream().map(Route::service).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isInstance(String address, String template) {
        return address.matches(template.replace("{code}", "[^/]+"));
    }
}
