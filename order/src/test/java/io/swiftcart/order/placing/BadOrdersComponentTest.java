package io.swiftcart.order.placing;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.items;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.place;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.order.Refusal;
import io.swiftcart.order.Store;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake of an order is a 4xx that points at it, and leaves no row behind. */
@QuarkusTest
class BadOrdersComponentTest {
    private static final String LINE = "{\"sku\":\"SKU-LAMP\",\"qty\":1}";
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void openShop() {
        Store.openShop();
        before = Store.counts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":"1"}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":1.5}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":1.0}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":1e2}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":0}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":-1}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":1000}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":1E+999999999}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":true}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":null}
                    /items/0/qty       | {"sku":"SKU-LAMP","qty":[1]}
                    /items/0/qty       | {"sku":"SKU-LAMP"}
                    /items/0/sku       | {"sku":"a","qty":1}
                    /items/0/sku       | {"sku":"sku-lamp","qty":1}
                    /items/0/sku       | {"sku":"","qty":1}
                    /items/0/sku       | {"sku":42,"qty":1}
                    /items/0/sku       | {"sku":null,"qty":1}
                    /items/0/sku       | {"sku":"A\\u0000B","qty":1}
                    /items/0/sku       | {"sku":"A\\ud800B","qty":1}
                    /items/0/sku       | {"sku":"SKU' or 1=1 --","qty":1}
                    /items/0/unitPrice | {"sku":"SKU-LAMP","qty":1,"unitPrice":"1299"}
                    /items/0/unitPrice | {"sku":"SKU-LAMP","qty":1,"unitPrice":0}
                    /items/0/name      | {"sku":"SKU-LAMP","qty":1,"name":"Lamp"}
                    """)
    void a_line_that_is_wrong_is_pointed_at(String pointer, String line) {
        refused(items(line)).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /expectedTotal                       | "expectedTotal":-1
                    /expectedTotal                       | "expectedTotal":"1299"
                    /expectedTotal                       | "expectedTotal":1e400
                    /status                              | "status":"CONFIRMED"
                    /orderToken                          | "orderToken":"x"
                    /idempotencyKey                      | "idempotencyKey":"x"
                    /customer                            | "customer":"alice"
                    /customer/email                      | "customer":{}
                    /customer/email                      | "customer":{"email":""}
                    /customer/email                      | "customer":{"email":" "}
                    /customer/email                      | "customer":{"email":"nobody"}
                    /customer/email                      | "customer":{"email":"a@b\\r\\nBcc: c@d"}
                    /customer/name                       | "customer":{"email":"a@example.com","name":""}
                    /customer/vip                        | "customer":{"email":"a@example.com","vip":true}
                    /shippingAddress/country             | "shippingAddress":{"line1":"1","city":"C","postalCode":"1","country":"Germany"}
                    /shippingAddress/line1               | "shippingAddress":{"city":"C","postalCode":"1","country":"DE"}
                    /shippingAddress/city                | "shippingAddress":{"line1":"1","city":"\\u0000","postalCode":"1","country":"DE"}
                    /customer/shippingAddress/postalCode | "customer":{"email":"a@example.com","shippingAddress":{"line1":"1","city":"C","country":"DE"}}
                    """)
    void a_member_that_is_wrong_is_pointed_at(String pointer, String member) {
        refused(items(LINE, member)).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "currency, usd",
        "currency, US",
        "currency, USDX",
        "currency, ''",
        "currency, U$D",
        "paymentMethod, ''",
        "paymentMethod, 4242 4242 4242 4242",
        "paymentMethod, a/b"
    })
    void a_text_that_is_wrong_is_pointed_at(String member, String value) {
        String wrong =
                lamps(1).replaceAll(
                                "\"" + member + "\":\"[^\"]*\"",
                                "\"" + member + "\":\"" + value.replace("$", "\\$") + "\"");
        refused(wrong).body("errors.pointer", hasItem("/" + member));
        refused(lamps(1).replaceAll("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":7"))
                .body("errors.pointer", hasItem("/" + member));
        refused(lamps(1).replaceAll(",\"" + member + "\":\"[^\"]*\"", ""))
                .body("errors.pointer", hasItem("/" + member));
    }

    static Stream<String> notAnOrder() {
        return Stream.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                "1",
                "\"text\"",
                "\u0000",
                lamps(1) + " x",
                lamps(1) + lamps(1),
                lamps(1).replace("{\"items\"", "{\"items\":[],\"items\""),
                items(""),
                items("null"),
                items("[]"),
                "[".repeat(100_000),
                "{\"items\":".repeat(5_000),
                items(LINE, "\"x\":" + "[".repeat(2_000) + "]".repeat(2_000)),
                items("{\"sku\":\"SKU-LAMP\",\"qty\":2147483648}"),
                items("{\"sku\":\"SKU-LAMP\",\"qty\":99999999999999999999}"),
                items("{\"sku\":\"SKU-LAMP\",\"qty\":1,\"unitPrice\":9223372036854775808}"),
                items("{\"sku\":\"SKU-LAMP\",\"qty\":" + "9".repeat(5_000) + "}"),
                items(
                        IntStream.range(0, 101)
                                .mapToObj(i -> LINE)
                                .collect(Collectors.joining(","))));
    }

    @ParameterizedTest
    @MethodSource("notAnOrder")
    void a_body_that_is_no_order_is_400(String body) {
        refused(body);
    }

    @Test
    void bytes_that_are_no_text_are_400() {
        Response answer =
                as("alice")
                        .header("Idempotency-Key", aKey())
                        .body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                        .post(ORDERS);

        Refusal.of(answer).statusCode(400);
        assertEquals(before, Store.counts());
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_413() {
        Refusal.of(place("alice", aKey(), lamps(1) + " ".repeat(1024 * 1024)))
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
        assertEquals(before, Store.counts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void another_media_type_is_415(String type) {
        Refusal.of(
                        as("alice")
                                .contentType(type)
                                .header("Idempotency-Key", aKey())
                                .body("x")
                                .post(ORDERS))
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        assertEquals(before, Store.counts());
    }

    @Test
    void the_key_is_required_once_and_must_be_valid() {
        Refusal.of(as("alice").body(lamps(1)).post(ORDERS))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        Refusal.of(
                        as("alice")
                                .header("Idempotency-Key", "one")
                                .header("Idempotency-Key", "two")
                                .body(lamps(1))
                                .post(ORDERS))
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        for (String key : new String[] {"", "\"\"", "with blank", "k".repeat(256), "a\"b", "ü"}) {
            Refusal.of(place("alice", key, lamps(1)))
                    .statusCode(400)
                    .body(
                            "code",
                            anyOf(
                                    equalTo("idempotency-key-invalid"),
                                    equalTo("idempotency-key-missing")));
        }
        assertEquals(before, Store.counts());
        place("alice", aKey() + "k".repeat(255 - 36), lamps(1)).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "wait=", "wait=-1", "wait=99999999999", ";;;,,,", "wait=x"})
    void a_preference_that_cannot_be_read_is_ignored(String prefer) {
        as("alice")
                .header("Idempotency-Key", aKey())
                .header("Prefer", prefer)
                .header("Prefer", "wait=10")
                .body(lamps(1))
                .post(ORDERS)
                .then()
                .statusCode(201);
    }

    private Refusal refused(String body) {
        Refusal refusal =
                Refusal.of(place("alice", aKey(), body))
                        .statusCode(400)
                        .body(
                                "code",
                                anyOf(equalTo("validation-failed"), equalTo("malformed-request")));
        assertEquals(before, Store.counts());
        return refusal;
    }
}
