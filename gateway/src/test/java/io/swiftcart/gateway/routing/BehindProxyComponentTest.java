package io.swiftcart.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.gateway.wire.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the settings that the chart gives it. */
@QuarkusTest
@TestProfile(BehindProxyComponentTest.BehindProxy.class)
class BehindProxyComponentTest {

    public static class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.0/8",
                    "swiftcart.gateway.limits.anonymous.burst", "1",
                    "swiftcart.gateway.limits.anonymous.rate", "1");
        }
    }

    private static Neighbour order;

    @BeforeAll
    static void open() {
        order = Neighbour.open("order");
    }

    @AfterAll
    static void close() {
        order.close();
    }

    @BeforeEach
    void forget() {
        order.forget();
    }

    @Test
    void services_hear_the_address_that_a_trusted_proxy_tells() {
        Wire.ask("GET /api/v1/orders", "X-Forwarded-For: 203.0.113.7");

        assertEquals(List.of("203.0.113.7"), order.only().header("X-Forwarded-For"));
    }

    @Test
    void each_address_behind_the_proxy_has_a_quota_of_its_own() {
        for (int sender = 20; sender < 40; sender++) {
            Wire.ask("GET /api/v1/orders", "X-Forwarded-For: 203.0.113." + sender);
        }

        assertEquals(20, order.received().size());
    }
}
