package io.swiftcart.inventory;

import static io.swiftcart.inventory.Refusal.refused;
import static io.swiftcart.inventory.Shelves.RESERVATIONS;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.manager;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadReservationsComponentTest {
    private static final String ORDER = "0192f0c1-7a00-7000-8000-0000000000ff";

    private final Ledger ledger;

    BadReservationsComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1}]}",
                "{\"orderId\":\"ORDER\",\"items\":[],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":null,\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[null],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":{},\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\"}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"qty\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":0}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":-1}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1000001}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1.5}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":\"1\"}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"sku\",\"qty\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1,\"price\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":0}",
                "{\"orderId\":\"ORDER\",\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":86401}",
                "{\"orderId\":\"1\",\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":\"1-1-1-1-1\",\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":1,\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":60}",
                "{\"orderId\":null,\"items\":[{\"sku\":\"SKU\",\"qty\":1}],\"ttlSeconds\":60}"
            })
    void a_wrong_wish_is_refused_and_holds_nothing(String body) {
        String sku = aSkuWith(5);

        refused(
                manager()
                        .body(body.replace("ORDER", ORDER).replace("SKU", sku))
                        .post(RESERVATIONS));
        Shelves.read(sku).then().body("version", equalTo(1));
        assertEquals(
                "0",
                ledger.one(
                        "select count(*) from reservation where order_id = $1::text::uuid", ORDER));
    }

    @Test
    void an_order_has_at_most_100_lines() {
        String line = "{\"sku\":\"" + aSkuWith(500) + "\",\"qty\":1}";

        String tooMany =
                "{\"orderId\":\"%s\",\"items\":[%s],\"ttlSeconds\":60}"
                        .formatted(ORDER, String.join(",", Collections.nCopies(101, line)));
        refused(manager().body(tooMany).post(RESERVATIONS));
    }

    @Test
    void findings_point_at_their_place() {
        manager()
                .body(
                        "{\"orderId\":\""
                                + ORDER
                                + "\",\"items\":[{\"sku\":\"SKU-1\",\"qty\":0}],\"ttlSeconds\":60}")
                .post(RESERVATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/items/0/qty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "1",
                "1-1-1-1-1",
                "%00",
                "' or 1=1 --",
                "0192f0c1-7a00-7000-8000-0000000000fg"
            })
    void a_malformed_order_id_is_refused(String id) {
        String address = RESERVATIONS + "/" + id.replace(" ", "%20").replace("'", "%27");
        refused(manager().urlEncodingEnabled(false).post(address + "/commit"));
        refused(manager().urlEncodingEnabled(false).post(address + "/release"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "release"})
    void who_means_a_part_of_the_order_is_refused(String step) {
        String address = RESERVATIONS + "/" + UUID.randomUUID() + "/" + step;

        refused(manager().body("{\"items\": []}").post(address));
    }
}
