package io.swiftcart.order.promoting;

import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PromotionsComponentTest {
    private static final String PROMOTIONS = "/api/v1/promotions";

    private final String code =
            "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void a_manager_makes_a_promotion_reads_it_and_ends_it() {
        Response made = make("\"kind\":\"PERCENTAGE\",\"percent\":10,\"usageLimit\":5");
        made.then()
                .statusCode(201)
                .body("code", equalTo(code))
                .body("percent", equalTo(10))
                .body("used", equalTo(0))
                .body("active", equalTo(true))
                .body("validFrom", nullValue());
        String address = PROMOTIONS + "/" + code;
        as("manager").get(address).then().statusCode(200).header("ETag", equalTo("\"1\""));
        as("admin").get(PROMOTIONS + "?limit=200").then().body("items.code", hasItem(code));

        String ended = body("\"kind\":\"PERCENTAGE\",\"percent\":10,\"active\":false");
        Refusal.of(as("manager").body(ended).put(address)).statusCode(428);
        as("manager")
                .header("If-Match", made.header("ETag"))
                .body(ended)
                .put(address)
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("version", equalTo(2));
        Refusal.of(as("manager").header("If-Match", "\"1\"").body(ended).put(address))
                .statusCode(412);
    }

    @Test
    void a_code_is_given_once() {
        make("\"kind\":\"FREE_SHIPPING\"").then().statusCode(201);

        Refusal.of(make("\"kind\":\"FREE_SHIPPING\""))
                .statusCode(409)
                .body("code", equalTo("promotion-code-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind':'PERCENTAGE' | /percent",
                "'kind':'PERCENTAGE','percent':101 | /percent",
                "'kind':'AMOUNT','amount':100 | /currency",
                "'kind':'AMOUNT','amount':100,'currency':'ZZZ' | /currency",
                "'kind':'BUY_X_GET_Y','sku':'SKU-1','buy':1 | /free",
                "'kind':'PERCENTAGE','percent':10,'amount':100 | /amount",
                "'kind':'FREE_SHIPPING','currency':'USD' | /currency",
                "'kind':'GIFT' | /kind",
                "'kind':'FREE_SHIPPING','validFrom':'2026-11-21T00:00:00Z','validUntil':'2026-11-20T00:00:00Z'"
                        + " | /validUntil"
            },
            quoteCharacter = '"')
    void a_promotion_is_what_its_kind_needs_and_nothing_else(String members, String pointer) {
        Refusal.of(make(members.replace('\'', '"')))
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void promotions_are_for_managers() {
        Refusal.of(anonymous().get(PROMOTIONS)).statusCode(401);
        Refusal.of(as("alice").get(PROMOTIONS)).statusCode(403);
        Refusal.of(as("manager").get(PROMOTIONS + "/NONE")).statusCode(404);
    }

    private Response make(String members) {
        return as("manager").body(body(members)).post(PROMOTIONS);
    }

    private String body(String members) {
        return "{\"code\":\"%s\",%s}".formatted(code, members);
    }
}
