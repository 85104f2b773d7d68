package io.swiftcart.inventory;

import static io.restassured.RestAssured.given;
import static io.swiftcart.inventory.Refusal.refused;
import static io.swiftcart.inventory.Shelves.INVENTORY;
import static io.swiftcart.inventory.Shelves.aSkuWith;
import static io.swiftcart.inventory.Shelves.anonymous;
import static io.swiftcart.inventory.Shelves.manager;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputComponentTest {
    private final Ledger ledger;

    BadInputComponentTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{}",
                "\u0000",
                "{'sku':'BAD-1','onHand':1,'lowStockThreshold':0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1}",
                "{\"sku\":\"BAD-1\",\"onHand\":1,\"lowStockThreshold\":null}",
                "{\"sku\":\"BAD-1\",\"onHand\":-1,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1,\"lowStockThreshold\":-1}",
                "{\"sku\":\"BAD-1\",\"onHand\":1.5,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":\"1\",\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":true,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1000000001,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":99999999999999999999,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1e400,\"lowStockThreshold\":0}",
                "{\"sku\":\"bad-1\",\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":\"\",\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":\"B\",\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD 1\",\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\\u0000\",\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":7,\"onHand\":1,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1,\"lowStockThreshold\":0,\"reserved\":1}",
                "{\"sku\":\"BAD-1\",\"onHand\":1,\"onHand\":2,\"lowStockThreshold\":0}",
                "{\"sku\":\"BAD-1\",\"onHand\":1,\"lowStockThreshold\":0} x"
            })
    void wrong_stock_is_refused_and_not_stored(String body) {
        refused(manager().body(body).post(INVENTORY));

        assertEquals(
                "0",
                ledger.one("select count(*) from stock where sku like 'BAD%' or sku like 'bad%'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"delta\":1}",
                "{\"reason\":\"x\"}",
                "{\"delta\":0,\"reason\":\"x\"}",
                "{\"delta\":1,\"onHand\":1,\"reason\":\"x\"}",
                "{\"delta\":1,\"reason\":\"\"}",
                "{\"delta\":1,\"reason\":\"  \"}",
                "{\"delta\":1,\"reason\":null}",
                "{\"delta\":1,\"reason\":\"a\\u0000b\"}",
                "{\"delta\":1,\"reason\":\"a\\nb\"}",
                "{\"delta\":1,\"reason\":\"a\\ud800b\"}",
                "{\"delta\":\"1\",\"reason\":\"x\"}",
                "{\"delta\":1.0,\"reason\":\"x\"}",
                "{\"onHand\":-1,\"reason\":\"x\"}",
                "{\"delta\":1000000000,\"reason\":\"beyond\"}",
                "{\"delta\":-1000000001,\"reason\":\"x\"}",
                "{\"delta\":1,\"reason\":\"x\",\"sku\":\"OTHER\"}"
            })
    void a_wrong_change_is_refused_and_changes_nothing(String body) {
        String sku = aSkuWith(5);

        refused(
                manager()
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .put(INVENTORY + "/" + sku + "/stock"));
        Shelves.read(sku).then().body("version", equalTo(1));
    }

    @Test
    void a_reason_has_at_most_200_characters() {
        String sku = aSkuWith(5);
        String change = "{\"delta\":1,\"reason\":\"" + "x".repeat(201) + "\"}";

        refused(
                manager()
                        .header("If-Match", "\"1\"")
                        .body(change)
                        .put(INVENTORY + "/" + sku + "/stock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "sku-1", "SKU%00", "SKU%201", "..%2f..", "%27%20or%201=1"})
    void a_malformed_sku_is_refused(String sku) {
        refused(manager().urlEncodingEnabled(false).get(INVENTORY + "/" + sku));
        refused(manager().urlEncodingEnabled(false).get(INVENTORY + "/" + sku + "/movements"));
        refused(anonymous().urlEncodingEnabled(false).get(INVENTORY + "/availability?sku=" + sku));
    }

    @Test
    void availability_is_asked_for_one_to_a_hundred_skus() {
        refused(anonymous().get(INVENTORY + "/availability"));
        refused(anonymous().get(INVENTORY + "/availability?sku="));
        refused(anonymous().get(INVENTORY + "/availability?" + "sku=SKU-1&".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "limit=-1",
                "cursor=x",
                "cursor=%00",
                "cursor=AAA"
            })
    void a_wrong_page_is_refused(String query) {
        String sku = aSkuWith(1);
        for (String path : List.of("", "/low-stock", "/" + sku + "/movements")) {
            refused(manager().urlEncodingEnabled(false).get(INVENTORY + path + "?" + query));
        }
    }

    @Test
    void another_media_type_is_refused() {
        given().auth()
                .oauth2(Tokens.of("manager"))
                .contentType("text/plain")
                .body("sku=A")
                .post(INVENTORY)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        manager().get("/api/v1/nothing").then().statusCode(404).body("code", equalTo("not-found"));
        manager()
                .delete(INVENTORY)
                .then()
                .statusCode(405)
                .body("code", equalTo("method-not-allowed"));
    }
}
