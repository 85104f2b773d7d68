package io.swiftcart.order.session;

import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.session.Checkouts.SESSIONS;
import static io.swiftcart.order.session.Checkouts.complete;
import static io.swiftcart.order.session.Checkouts.open;
import static io.swiftcart.order.session.Checkouts.put;
import static io.swiftcart.order.session.Checkouts.read;
import static io.swiftcart.order.session.Checkouts.ready;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shipping, tax and promotions come to, from the tables to the order and its fact. */
@QuarkusTest
class CheckoutPricesComponentTest {
    private String sku = "";

    @BeforeEach
    void openShop() {
        Store.openShop();
        Checkouts.noOtherCarts();
        sku = Store.aSku(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 1000, standard=500 express=1500",
        "US, 1001, standard=900 express=2500",
        "US, 5000, standard=900 express=2500",
        "US, 5001, standard=1900 express=4900",
        "US, 30000, standard=1900 express=4900",
        "US, 30001, standard=9900",
        "DE, 1000, standard=500 express=1500",
        "CA, 1000, standard=1000 express=3000",
        "JP, 1000, standard=1500 express=4500"
    })
    void shipping_costs_what_weight_and_country_say(String country, int grams, String options) {
        Checkouts.weighs(sku, grams);
        String id = open(anonymous(), Checkouts.aCart(sku, 1, null)).path("sessionId");
        put(id, "shipping-address", Checkouts.address(country)).then().statusCode(200);

        Response offered = anonymous().get(SESSIONS + "/" + id + "/shipping-options");

        List<String> codes = offered.path("items.code");
        List<Integer> amounts = offered.path("items.amount");
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < codes.size(); i++) {
            found.append(i == 0 ? "" : " ").append(codes.get(i)).append("=").append(amounts.get(i));
        }
        assertEquals(options, found.toString());
    }

    @Test
    void an_option_that_the_parcel_has_become_too_heavy_for_has_to_be_chosen_again() {
        String cart = Checkouts.aCart(sku, 1, null);
        String id = ready(cart, "US");
        put(id, "shipping-option", "{\"code\":\"express\"}").then().statusCode(200);
        Checkouts.weighs(sku, 30_001);

        read(id).then()
                .body("requirements.code", equalTo(List.of("shipping-option-unavailable")))
                .body("shippingOption", nullValue());
        Refusal.of(complete(id, aKey(), 2500)).statusCode(409);
        put(id, "shipping-option", "{\"code\":\"standard\"}").then().statusCode(200);
        complete(id, aKey(), 10_900).then().statusCode(201);
    }

    /** Of 1000 for the thing and 500 for shipping, which is taxed as standard everywhere. */
    @ParameterizedTest
    @CsvSource({
        "DE, STANDARD, 285",
        "DE, REDUCED, 165",
        "DE, ZERO, 95",
        "FR, REDUCED, 155",
        "GB, ZERO, 100",
        "US, STANDARD, 0"
    })
    void tax_is_what_country_and_category_say(String country, String category, int tax) {
        Store.execute(
                "update product_view set tax_category = $2 where sku = $1",
                Tuple.of(sku, category));

        String id = ready(Checkouts.aCart(sku, 1, null), country);

        read(id).then().body("tax", equalTo(tax)).body("totalAmount", equalTo(1500 + tax));
    }

    @ParameterizedTest
    @CsvSource({
        "'percent', 'PERCENTAGE', 15, '', 450, 900",
        "'amount, currency', 'AMOUNT', 700, USD, 700, 900",
        "'amount, currency', 'AMOUNT', 99999, USD, 3000, 900",
        "'', 'FREE_SHIPPING', 0, '', 0, 0",
        "'buy, free, sku', 'BUY_X_GET_Y', 2, '', 1000, 900"
    })
    void each_kind_of_promotion_takes_off_what_it_promises(
            String columns, String kind, int value, String currency, int discount, int shipping) {
        String code = promotion(columns, kind, value, currency);
        String id = ready(Checkouts.aCart(sku, 3, null), "US");

        put(id, "promotion", "{\"code\":\"%s\"}".formatted(code))
                .then()
                .statusCode(200)
                .body("promotion.code", equalTo(code))
                .body("subtotal", equalTo(3000))
                .body("discount", equalTo(discount))
                .body("shipping", equalTo(shipping))
                .body("totalAmount", equalTo(3000 - discount + shipping));
    }

    @Test
    void promotions_do_not_stack_and_can_be_taken_away() {
        String ten = Checkouts.aPromotion(10, null);
        String twenty = Checkouts.aPromotion(20, null);
        String id = ready(Checkouts.aCart(sku, 1, null), "US");

        put(id, "promotion", "{\"code\":\"%s\"}".formatted(ten))
                .then()
                .body("discount", equalTo(100));
        put(id, "promotion", "{\"code\":\"%s\"}".formatted(twenty))
                .then()
                .body("discount", equalTo(200))
                .body("promotion.code", equalTo(twenty));
        put(id, "promotion", "{\"code\":null}")
                .then()
                .statusCode(200)
                .body("discount", equalTo(0))
                .body("promotion", nullValue());
    }

    @Test
    void a_promotion_that_is_over_is_refused_and_one_that_ends_meanwhile_stands_in_the_way() {
        String over = Checkouts.aPromotion(10, null);
        Store.execute(
                "update promotion set valid_until = now() - interval '1 s' where code = $1",
                Tuple.of(over));
        String id = ready(Checkouts.aCart(sku, 1, null), "US");
        Refusal.of(put(id, "promotion", "{\"code\":\"%s\"}".formatted(over)))
                .statusCode(422)
                .body("code", equalTo("promotion-invalid"));
        String ending = Checkouts.aPromotion(10, null);
        put(id, "promotion", "{\"code\":\"%s\"}".formatted(ending)).then().statusCode(200);

        Store.execute("update promotion set active = false where code = $1", Tuple.of(ending));

        read(id).then()
                .body("discount", equalTo(0))
                .body("requirements.code", equalTo(List.of("promotion-not-applicable")));
        Refusal.of(complete(id, aKey(), 1400))
                .statusCode(409)
                .body("code", equalTo("checkout-incomplete"));
        put(id, "promotion", "{\"code\":null}").then().statusCode(200);
        complete(id, aKey(), 1500).then().statusCode(201);
    }

    @Test
    void what_was_shown_is_what_order_and_fact_say() throws Exception {
        String id = ready(Checkouts.aCart(sku, 2, null), "DE");
        String code = Checkouts.aPromotion(10, null);
        Response shown = put(id, "promotion", "{\"code\":\"%s\"}".formatted(code));
        int total = shown.path("totalAmount");

        Response order = complete(id, aKey(), total);

        order.then().statusCode(201);
        String orderId = order.path("orderId");
        byte[] told =
                Facts.consume("orders.confirmed.v1")
                        .ofKey(orderId, 1)
                        .getFirst()
                        .json()
                        .getBytes(StandardCharsets.UTF_8);
        EventContract.of("orders.confirmed.v1").accepts(told);
        JsonNode fact = new ObjectMapper().readTree(told).path("order");
        for (String sum :
                List.of("subtotal", "discount", "shipping", "tax", "totalAmount", "currency")) {
            assertEquals(shown.<Object>path(sum), order.<Object>path(sum), sum);
            assertEquals(order.path(sum).toString(), fact.path(sum).asText(), sum);
        }
        assertEquals(2737, total);
        assertFalse(fact.has("userId"), "a guest is nobody on the bus");
    }

    private String promotion(String columns, String kind, int value, String currency) {
        String code =
                "KIND-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String names = columns.isEmpty() ? "" : ", " + columns;
        String values =
                switch (kind) {
                    case "PERCENTAGE" -> ", " + value;
                    case "AMOUNT" -> ", " + value + ", '" + currency + "'";
                    case "BUY_X_GET_Y" -> ", " + value + ", 1, '" + sku + "'";
                    default -> "";
                };
        Store.execute(
                "insert into promotion (code, kind, created_at, updated_at%s) values ($1, $2, now(), now()%s)"
                        .formatted(names, values),
                Tuple.of(code, kind));
        return code;
    }
}
