package io.swiftcart.order;

import static io.swiftcart.order.Ordering.ORDERS;
import static io.swiftcart.order.Ordering.aKey;
import static io.swiftcart.order.Ordering.anonymous;
import static io.swiftcart.order.Ordering.as;
import static io.swiftcart.order.Ordering.lamps;
import static io.swiftcart.order.Ordering.placed;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RolesComponentTest {

    @BeforeEach
    void openShop() {
        Store.openShop();
    }

    /** The orders are alice's and the machine client's; each cell is the status of an answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | /api/v1/orders               | 401 | 201 | 201 | 201 | 201 | 201 | 403 | 403
                    GET  | /api/v1/orders               | 401 | 200 | 200 | 200 | 200 | 200 | 403 | 403
                    GET  | /api/v1/orders/{id}          | 401 | 200 | 404 | 200 | 200 | 404 | 403 | 403
                    GET  | /api/v1/orders/{id}/status   | 401 | 200 | 404 | 200 | 200 | 404 | 403 | 403
                    GET  | /api/v1/orders/{id}/events   | 401 | 200 | 404 | 200 | 200 | 404 | 403 | 403
                    GET  | /api/v1/orders/by-number/{n} | 401 | 200 | 404 | 200 | 200 | 404 | 403 | 403
                    GET  | /api/v1/orders/{id}/saga     | 401 | 403 | 403 | 200 | 200 | 403 | 403 | 403
                    PUT  | /api/v1/orders/{id}/cancel   | 401 | 200 | 404 | 409 | 409 | 404 | 403 | 403
                    POST | /api/v1/orders/{id}/refunds  | 401 | 403 | 403 | 201 | 409 | 403 | 403 | 403
                    POST | /api/v1/orders/{id}/saga/retry      | 401 | 403 | 403 | 403 | 409 | 403 | 403 | 403
                    POST | /api/v1/orders/{id}/saga/compensate | 401 | 403 | 403 | 403 | 409 | 403 | 403 | 403
                    GET  | /internal/orders/{id}/contact| 401 | 403 | 403 | 403 | 403 | 403 | 403 | 200
                    """)
    void each_route_is_open_to_those_it_is_meant_for(
            Method method,
            String path,
            int nobody,
            int alice,
            int bob,
            int manager,
            int admin,
            int loadtest,
            int payment,
            int notification) {
        String id = placed("alice", lamps(1));
        String number = Ordering.read(id).path("orderNumber");
        String address = path.replace("{id}", id).replace("{n}", number);

        expect(nobody, ask(anonymous(), method, address));
        expect(alice, ask(as("alice"), method, address));
        expect(bob, ask(as("bob"), method, address));
        expect(manager, ask(as("manager"), method, address));
        expect(admin, ask(as("admin"), method, address));
        expect(loadtest, ask(as("loadtest"), method, address));
        expect(payment, ask(as("payment"), method, address));
        expect(notification, ask(as("notification"), method, address));
        for (String forged : forgeries()) {
            expect(401, ask(anonymous().auth().oauth2(forged), method, address));
        }
        if (method == Method.GET
                && !address.startsWith("/internal")
                && !path.equals(ORDERS)
                && !path.endsWith("saga")) {
            expect(404, ask(anonymous().header("X-Order-Token", "guess"), method, address));
        }
    }

    @Test
    void a_machine_client_owns_what_it_orders_and_reads_only_that() {
        String id = placed("loadtest", lamps(1));
        String other = placed("alice", lamps(1));

        as("loadtest").get(ORDERS + "/" + id).then().statusCode(200);
        as("loadtest")
                .get(ORDERS + "?limit=200")
                .then()
                .body("items.orderId", hasItem(id))
                .body("items.orderId", not(hasItem(other)));
        as("alice").get(ORDERS + "/" + id).then().statusCode(404);
    }

    @Test
    void the_contact_of_an_order_is_what_was_said_or_else_what_the_token_says() {
        String said =
                placed(
                        "alice",
                        Ordering.items(
                                "{\"sku\":\"SKU-LAMP\",\"qty\":1}",
                                "\"customer\":{\"email\":\"a@example.com\",\"name\":\"A\"}"));
        String unsaid = placed("alice", lamps(1));
        String machine = placed("loadtest", lamps(1));

        contact(said)
                .then()
                .body("email", equalTo("a@example.com"))
                .body("name", equalTo("A"))
                .body("orderId", equalTo(said));
        contact(unsaid)
                .then()
                .body("email", containsString("alice"))
                .body("name", equalTo("Alice Adams"));
        contact(machine).then().statusCode(200).body("$", not(hasKey("email")));
    }

    private static Response contact(String id) {
        return as("notification").get("/internal/orders/" + id + "/contact");
    }

    private static Response ask(RequestSpecification caller, Method method, String address) {
        if (method != Method.GET) {
            caller.header("Idempotency-Key", aKey())
                    .header("Prefer", "wait=10")
                    .body(address.equals(ORDERS) ? lamps(1) : "{\"reason\":\"no\"}");
        }
        return caller.request(method, address);
    }

    private static void expect(int status, Response answer) {
        answer.then().statusCode(status);
        if (status == 401) {
            Refusal.of(answer)
                    .body("code", equalTo("unauthenticated"))
                    .header("WWW-Authenticate", containsString("Bearer"));
        } else if (status == 403) {
            Refusal.of(answer).body("code", equalTo("forbidden"));
        } else if (status == 404) {
            Refusal.of(answer).body("code", equalTo("not-found"));
        }
    }

    private static String[] forgeries() {
        String real = Ordering.token("alice");
        return new String[] {
            "forged",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSIsImdyb3VwcyI6WyJtYW5hZ2VyIl19.",
            real.substring(0, real.lastIndexOf('.') + 1) + "AAAA",
            Tokens.of("alice", Map.of("ttl", "-60")),
            Tokens.of("alice", Map.of("audience", "somebody-else")),
            Tokens.of("alice", Map.of("issuer", "http://issuer.example"))
        };
    }
}
