package io.swiftcart.gateway.health;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The health of the shop: {@code UP}, {@code DEGRADED} (orders can be taken all the same) or {@code
 * DOWN}.
 *
 * @param services by name
 */
@Schema(name = "ShopHealth", description = "DEGRADED: orders can be taken all the same.")
record ShopHealth(
        @Schema(
                        required = true,
                        enumeration = {"UP", "DEGRADED", "DOWN"})
                String status,
        @Schema(required = true) Map<String, ServiceHealth> services) {
    private static final Set<String> NEEDED_FOR_ORDERS = Set.of("order", "inventory", "payment");

    /** {@code UP} when at least one replica is ready. */
    @Schema(name = "ServiceHealth", description = "UP when at least one replica is ready.")
    record ServiceHealth(
            @Schema(
                            required = true,
                            enumeration = {"UP", "DOWN"})
                    String status) {
        static ServiceHealth of(boolean ready) {
            return new ServiceHealth(ready ? "UP" : "DOWN");
        }

        boolean up() {
            return status.equals("UP");
        }
    }

    static ShopHealth of(Map<String, ServiceHealth> services) {
        boolean noOrders =
                services.entrySet().stream()
                        .anyMatch(
                                entry ->
                                        NEEDED_FOR_ORDERS.contains(entry.getKey())
                                                && !entry.getValue().up());
        boolean allUp = services.values().stream().allMatch(ServiceHealth::up);
        return new ShopHealth(noOrders ? "DOWN" : allUp ? "UP" : "DEGRADED", services);
    }
}
