package io.swiftcart.payment;

import static io.swiftcart.payment.Paying.PAYMENTS;
import static io.swiftcart.payment.Paying.anOrder;
import static io.swiftcart.payment.Paying.as;
import static io.swiftcart.payment.Paying.keyed;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.swiftcart.payment.Paying.Order;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputComponentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    amount        | 0
                    amount        | -1
                    amount        | 1000000000000
                    amount        | 9223372036854775808
                    amount        | 1.5
                    amount        | "3098"
                    amount        | true
                    amount        | null
                    currency      | "usd"
                    currency      | "USDX"
                    currency      | "ZZZ"
                    currency      | ""
                    currency      | 840
                    paymentMethod | ""
                    paymentMethod | "4242 4242 4242 4242"
                    paymentMethod | {"token": "pm_card_visa"}
                    orderId       | "not-a-uuid"
                    orderId       | 42
                    capture       | "yes"
                    cardNumber    | "4242424242424242"
                    """)
    void a_member_that_is_wrong_is_pointed_at_and_nothing_is_written(String member, String value) {
        Order order = anOrder();
        String body =
                """
                {"orderId": "%s", "amount": 3098, "currency": "USD", "paymentMethod": "pm_card_visa"}\
                """
                        .formatted(order.id());
        String wrong =
                body.contains("\"" + member + "\"")
                        ? body.replaceAll(
                                "\"" + member + "\": (\"[^\"]*\"|\\d+)",
                                java.util.regex.Matcher.quoteReplacement(
                                        "\"" + member + "\": " + value))
                        : body.replace("}", ", \"" + member + "\": " + value + "}");

        Refusal.of(keyed().body(wrong).post(PAYMENTS))
                .statusCode(400)
                .body("code", anyOf(equalTo("validation-failed"), equalTo("malformed-request")))
                .body("errors.pointer", hasItem("/" + member));

        as("manager").get(PAYMENTS + "/order/" + order.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderId", "amount", "currency", "paymentMethod"})
    void a_member_that_is_missing_is_pointed_at(String member) {
        Refusal.of(anOrder().with(member, null).pay())
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/" + member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{", "{}x", "\"text\"", "{\"amount\": 1, \"amount\": 2}"})
    void a_body_that_is_no_payment_is_400(String body) {
        Refusal.of(keyed().body(body).post(PAYMENTS)).statusCode(400);
    }

    @Test
    void the_key_is_required_and_must_be_valid() {
        Order order = anOrder();

        Refusal.of(as("order").body(order.members()).post(PAYMENTS))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        Refusal.of(order.pay("with blank"))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        Refusal.of(order.pay("x".repeat(256)))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        for (String step : new String[] {"capture", "void", "refund"}) {
            Refusal.of(as("order").post(PAYMENTS + "/" + UUID.randomUUID() + "/" + step))
                    .statusCode(400)
                    .body("code", equalTo("idempotency-key-missing"));
        }
        as("manager").get(PAYMENTS + "/order/" + order.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture", "void"})
    void who_means_a_part_of_the_sum_is_refused_and_nothing_is_moved(String step) {
        String payment = anOrder().authorizedOnly().paid();

        Refusal.of(keyed().body("{\"amount\": 1}").post(PAYMENTS + "/" + payment + "/" + step))
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/amount"));

        as("manager").get(PAYMENTS + "/" + payment).then().body("status", equalTo("AUTHORIZED"));
        keyed().body("{}").post(PAYMENTS + "/" + payment + "/" + step).then().statusCode(200);
    }

    @Test
    void a_quoted_and_a_bare_key_are_the_same() {
        Order order = anOrder();

        order.pay("\"" + order.id() + "\"").then().statusCode(201);
        order.pay(order.id()).then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
    }

    @Test
    void another_media_type_is_415() {
        Refusal.of(keyed().contentType(ContentType.TEXT).body("x").post(PAYMENTS)).statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=201",
                "?limit=x",
                "?cursor=@@",
                "?cursor=AAAA",
                "?status=PAID"
            })
    void a_query_that_makes_no_sense_is_400(String query) {
        Refusal.of(as("manager").get(PAYMENTS + query)).statusCode(400);
    }

    @Test
    void an_id_that_is_no_uuid_is_400_and_one_that_is_not_known_404() {
        Refusal.of(as("manager").get(PAYMENTS + "/1-1-1-1-1")).statusCode(400);
        Refusal.of(as("manager").get(PAYMENTS + "/order/x")).statusCode(400);
        Refusal.of(as("manager").get(PAYMENTS + "/" + UUID.randomUUID())).statusCode(404);
        Refusal.of(keyed().post(PAYMENTS + "/" + UUID.randomUUID() + "/capture")).statusCode(404);
        Refusal.of(as("manager").get(PAYMENTS + "/a/b/c")).statusCode(404);
        Refusal.of(as("manager").delete(PAYMENTS)).statusCode(405);
    }

    @Test
    void an_order_is_undone_for_a_reason() {
        String path = "/internal/payments/orders/" + UUID.randomUUID() + "/void";

        Refusal.of(as("order").body(Map.of()).post(path)).statusCode(400);
        Refusal.of(as("order").body(Map.of("reason", " ")).post(path)).statusCode(400);
        Refusal.of(as("order").body(Map.of("reason", "x".repeat(201))).post(path)).statusCode(400);
    }
}
