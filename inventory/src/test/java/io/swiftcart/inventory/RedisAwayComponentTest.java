package io.swiftcart.inventory;

import static io.restassured.RestAssured.given;
import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.anonymous;
import static io.swiftcart.inventory.Shelves.order;
import static io.swiftcart.inventory.Shelves.read;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.swiftcart.stack.testing.StackTestResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without Redis everything works, from the database. */
@QuarkusTest
@TestProfile(RedisAwayComponentTest.WithoutRedis.class)
class RedisAwayComponentTest {
    @TestHTTPResource(value = "health/ready", management = true)
    URI readiness;

    /** All other parts, and an address where nobody answers. */
    public static final class WithoutRedis implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(
                            StackTestResource.class, Map.of("parts", "postgres,kafka,identity")));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1");
        }
    }

    @Test
    void stock_is_reserved_committed_and_shown() {
        String sku = aSkuWith(5);

        UUID orderId = order().of(sku, 3).held();
        order().of(sku, 3).ask().then().statusCode(409);
        Shelves.commit(orderId).then().statusCode(200);

        read(sku).then().body("onHand", equalTo(2)).body("reserved", equalTo(0));
        anonymous()
                .get(INVENTORY + "/availability?sku=" + sku)
                .then()
                .body("items[0].available", equalTo(2));
    }

    @Test
    void the_service_is_ready() {
        given().get(readiness).then().statusCode(200).body("status", equalTo("UP"));
    }
}
