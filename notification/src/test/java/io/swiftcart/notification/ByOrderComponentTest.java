package io.swiftcart.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services are told of the mails of an order. */
@QuarkusTest
class ByOrderComponentTest {
    private static final String PAGE = "/internal/notifications/by-order";

    private final Books books;

    ByOrderComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void orders_come_by_id_with_all_their_kinds() {
        UUID first = new UUID(-1, 1);
        UUID second = new UUID(-1, 2);
        UUID third = new UUID(-1, 3);
        List.of(third, first, second).forEach(order -> note(order, "CONFIRMED"));
        note(second, "CANCELLED");

        given().auth()
                .oauth2(Tokens.of("manager"))
                .queryParam("after", new UUID(-1, 0).toString())
                .queryParam("limit", 2)
                .get(PAGE)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].orderId", equalTo(first.toString()))
                .body("items[0].kinds", equalTo(List.of("confirmed")))
                .body("items[1].kinds", equalTo(List.of("cancelled", "confirmed")))
                .body("nextCursor", equalTo(second.toString()));
        given().auth()
                .oauth2(Tokens.of("manager"))
                .queryParam("after", second.toString())
                .get(PAGE)
                .then()
                .body("items", hasSize(1))
                .body("items[0].orderId", equalTo(third.toString()))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=x", "?after=x"})
    void what_is_malformed_is_refused(String query) {
        given().auth().oauth2(Tokens.of("admin")).get(PAGE + query).then().statusCode(400);
    }

    @Test
    void customers_and_other_services_are_kept_out() {
        given().auth().oauth2(Tokens.of("manager")).get(PAGE).then().statusCode(200);
        given().auth().oauth2(Tokens.of("alice")).get(PAGE).then().statusCode(403);
        given().auth().oauth2(Tokens.of("payment")).get(PAGE).then().statusCode(403);
        given().get(PAGE).then().statusCode(401);
    }

    private void note(UUID order, String kind) {
        books.run(
                """
                insert into delivery (order_id, kind, content, correlation_id, status, created_at, due_at)
                values ($1, $2, '{}', 'c', 'SENT', now(), now())
                """,
                order,
                kind);
    }
}
