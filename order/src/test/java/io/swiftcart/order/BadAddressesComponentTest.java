package io.swiftcart.order;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadAddressesComponentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=x",
                "limit=99999999999999999999",
                "limit=1%00",
                "cursor=%21%21",
                "cursor=AAAA",
                "cursor=bm90LWFuLWlk",
                "cursor=MTkyMx8xOTIx",
                "cursor=%00",
                "status=NICE",
                "status=confirmed",
                "status=%00",
                "from=yesterday",
                "from=2026-11-20",
                "from=2026-13-01T00:00:00Z",
                "from=%2B999999999-12-31T23:59:59Z",
                "to=-999999999-01-01T00:00:00Z",
                "to=%00",
                "sku=%00",
                "sku=%27%20or%201=1",
                "customer=%00",
                "customer=%F0%9F%98%80"
            })
    void a_query_that_makes_no_sense_is_400(String query) {
        for (String account : new String[] {"alice", "manager"}) {
            Refusal.of(as(account).get(ORDERS + "?" + query))
                    .statusCode(400)
                    .body("code", equalTo("malformed-request"));
        }
    }

    @Test
    void a_query_parameter_that_is_not_known_or_empty_is_ignored() {
        as("alice")
                .get(ORDERS + "?colour=blue&limit=&cursor=&status=&from=&to=&sku=&customer=")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/{}",
                "/api/v1/orders/{}/status",
                "/api/v1/orders/{}/events",
                "/api/v1/orders/{}/saga",
                "/internal/orders/{}/contact"
            })
    void an_id_that_is_none_is_400_and_one_that_is_not_known_404(String path) {
        String account = path.startsWith("/internal") ? "notification" : "manager";

        for (String id :
                new String[] {
                    "x",
                    "1-1-1-1-1",
                    "%00",
                    "%F0%9F%98%80",
                    "%27%20or%201=1",
                    "9".repeat(4_000),
                    UUID.randomUUID() + "x"
                }) {
            Refusal.of(as(account).get(path.replace("{}", id)))
                    .statusCode(400)
                    .body("code", equalTo("malformed-request"));
        }
        Refusal.of(as(account).get(path.replace("{}", UUID.randomUUID().toString())))
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void a_number_that_is_none_is_400_and_one_that_is_not_known_404() {
        for (String number :
                new String[] {
                    "x", "%00", "ORD-1-1", "ord-20261120-000001", "ORD-20261120-" + "1".repeat(19)
                }) {
            Refusal.of(as("manager").get(ORDERS + "/by-number/" + number))
                    .statusCode(400)
                    .body("code", equalTo("malformed-request"));
        }
        Refusal.of(as("manager").get(ORDERS + "/by-number/ORD-19990101-000001")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "x", "W/", "*,*", "\"99999999999999999999\"", "ü"})
    void a_tag_that_is_none_matches_nothing_or_is_ignored(String tag) {
        as("manager")
                .header("If-None-Match", tag)
                .get(ORDERS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/orders, 405",
        "PUT, /api/v1/orders, 405",
        "POST, /api/v1/orders/0192f0c1-7a00-7000-8000-000000000042, 405",
        "DELETE, /api/v1/orders/0192f0c1-7a00-7000-8000-000000000042/status, 405",
        "GET, /api/v1/orders/a/b/c, 404",
        "GET, /api/v1/nothing, 404",
        "GET, /internal/orders, 404"
    })
    void a_wrong_method_or_address_is_a_problem(Method method, String path, int status) {
        var refusal = Refusal.of(as("manager").request(method, path)).statusCode(status);
        if (status == 405) {
            refusal.header("Allow", notNullValue());
        }
    }

    @Test
    void an_answer_in_another_media_type_is_406() {
        Refusal.of(as("alice").accept("text/html").get(ORDERS))
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }
}
