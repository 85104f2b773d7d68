package io.swiftcart.gateway.health;

import java.util.Map;
import java.util.Set;

/**
 * The health of the shop: {@code UP}, {@code DEGRADED} (orders can be taken all the same) or {@code
 * DOWN}.
 */
record ShopHealth(String status, Map<String, ServiceHealth> services) {
    private static final Set<String> NEEDED_FOR_ORDERS = Set.of("order", "inventory", "payment");

    /** {@code UP} when at least one replica is ready. */
    record ServiceHealth(String status) {
        static ServiceHealth of(boolean ready) {
            return new ServiceHealth(ready ? "UP" : "DOWN");
        }

        boolean isUp() {
            return status.equals("UP");
        }
    }

    static ShopHealth of(Map<String, ServiceHealth> services) {
        boolean noOrders =
                services.entrySet().stream()
                        .anyMatch(
                                entry ->
                                        NEEDED_FOR_ORDERS.contains(entry.getKey())
                                                && !entry.getValue().isUp());
        boolean allUp = services.values().stream().allMatch(ServiceHealth::isUp);
        return new ShopHealth(noOrders ? "DOWN" : allUp ? "UP" : "DEGRADED", services);
    }
}
