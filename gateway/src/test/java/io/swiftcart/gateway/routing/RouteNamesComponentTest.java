package io.swiftcart.gateway.routing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RouteNamesComponentTest {
    @Inject MeterRegistry registry;

    @Test
    void requests_are_counted_by_route_and_never_by_the_address_as_it_was_sent() {
        try (Neighbour order = Neighbour.open("order")) {
            order.answering(request -> request.response().end("{}"));
            Wire.ask("GET /api/v1/orders/made-up-1");
        }
        Wire.ask("GET /api/v1/payments/made-up-2");
        Wire.ask("GET /api/v1/orders/made-up-3/saga", "Authorization: Bearer x.y.z");
        Wire.ask("PATCH /api/v1/orders/made-up-4");
        Wire.ask("GET /made-up-5");
        Wire.ask("GET /problems/made-up-6");
        Wire.ask("GET /api/v1/products/made-up-7/%zz");

        Set<String> asked =
                Set.of("/api/v1/orders/{id}", "/api/v1/payments/{id}", "/api/v1/orders/{id}/saga");
        await().until(() -> routes().containsAll(asked));
        assertEquals(
                Set.of(),
                routes().stream()
                        .filter(route -> route.contains("made-up"))
                        .collect(Collectors.toSet()));
    }

    private Set<String> routes() {
        return registry.find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toSet());
    }
}
