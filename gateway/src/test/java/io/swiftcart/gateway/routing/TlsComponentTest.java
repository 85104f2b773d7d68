package io.swiftcart.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.gateway.Services;
import io.swiftcart.gateway.wire.Neighbour;
import io.swiftcart.stack.testing.Certificate;
import io.swiftcart.stack.testing.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway speaks with the services over TLS, by configuration alone. */
@QuarkusTest
@TestProfile(TlsComponentTest.OverTls.class)
class TlsComponentTest {
    private static final String TRUSTED = "swiftcart.test.tls.trusted";
    private static final String SHOWN = "swiftcart.test.tls.shown";

    private final List<Neighbour> neighbours = new ArrayList<>();

    /**
     * It is asked more than once, and by other class loaders than the test has: the system's
     * properties are all they share.
     */
    public static class OverTls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(TRUSTED) == null) {
                Certificate certificate = Certificate.create();
                System.setProperty(TRUSTED, certificate.trusted().toString());
                System.setProperty(SHOWN, certificate.pem().toString());
            }
            return Map.of(
                    "quarkus.tls.neighbours.trust-store.pem.certs",
                    System.getProperty(TRUSTED),
                    "swiftcart.gateway.tls-configuration-name",
                    "neighbours");
        }
    }

    @AfterEach
    void close() {
        neighbours.forEach(Neighbour::close);
    }

    @Test
    void a_request_reaches_a_service_that_speaks_tls_alone() {
        Neighbour inventory = vouchedFor("inventory");

        given().get("/api/v1/inventory/availability?sku=SKU-1").then().statusCode(200);

        assertEquals(1, inventory.received().size());
    }

    @Test
    void operators_pages_are_asked_for_over_tls_too() {
        Services.WITH_DATABASE.forEach(this::vouchedFor);

        given().auth().oauth2(Tokens.of("admin")).get("/api/v1/admin/invariants");

        // Who does not answer as a service would ends the question to the others.
        assertTrue(neighbours.stream().anyMatch(neighbour -> !neighbour.received().isEmpty()));
    }

    @Test
    void nothing_is_sent_to_a_service_for_which_nobody_vouches() {
        Neighbour inventory =
                opened(Neighbour.openOverTls("inventory", Certificate.create().pem()));

        given().get("/api/v1/inventory/availability?sku=SKU-1").then().statusCode(503);

        assertEquals(List.of(), inventory.received());
    }

    @Test
    void nothing_is_sent_to_a_service_that_speaks_no_tls() {
        Neighbour inventory = opened(Neighbour.open("inventory"));

        given().get("/api/v1/inventory/availability?sku=SKU-1").then().statusCode(503);

        assertEquals(List.of(), inventory.received());
    }

    private Neighbour vouchedFor(String service) {
        return opened(Neighbour.openOverTls(service, Path.of(System.getProperty(SHOWN))));
    }

    private Neighbour opened(Neighbour neighbour) {
        neighbours.add(neighbour);
        return neighbour;
    }
}
