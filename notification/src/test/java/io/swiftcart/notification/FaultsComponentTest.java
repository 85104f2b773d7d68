package io.swiftcart.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Mails;
import io.swiftcart.stack.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that can be switched on in development, and the way back to health. */
@QuarkusTest
class FaultsComponentTest {
    private static final String FAULTS = "/internal/faults";

    private final UUID orderId = UUID.randomUUID();
    private final String address = orderId + "@example.com";
    private final Books books;

    FaultsComponentTest(Books books) {
        this.books = books;
    }

    @AfterEach
    void clear() {
        asAdmin().delete(FAULTS).then().statusCode(200);
    }

    @Test
    void good_facts_die_while_the_fault_is_on_and_live_when_they_are_replayed() {
        OrderService.knows(orderId, address, "Alice");
        set("notification.fail", "1.0");

        Telling.confirmed(orderId).publish();
        await().atMost(Books.PATIENCE)
                .until(
                        () ->
                                books.list(
                                                        "select reason from dead_letter where convert_from(key, 'UTF8') = $1",
                                                        orderId.toString())
                                                .size()
                                        == 1);
        asAdmin()
                .delete(FAULTS)
                .then()
                .body("'notification.fail'", equalTo("0"))
                .body("'notification.smtp-down'", equalTo("false"));
        asAdmin().body("{}").post("/internal/admin/dead-letters/replay").then().statusCode(200);

        await().atMost(Books.PATIENCE).until(() -> Mails.to(address).size() == 1);
    }

    @Test
    void mails_wait_while_the_mail_server_is_said_to_be_down() {
        OrderService.knows(orderId, address, "Alice");
        set("notification.smtp-down", "true");

        Telling.confirmed(orderId).publish();
        books.awaitAttempts(orderId, 1);
        assertEquals(List.of(), Mails.to(address));
        clear();
        books.hurry(orderId);

        await().atMost(Books.PATIENCE).until(() -> Mails.to(address).size() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "notification.fail,2",
        "notification.fail,x",
        "notification.fail,NaN",
        "notification.smtp-down,1",
        "payment.down,true"
    })
    void what_is_no_fault_is_refused(String name, String value) {
        asAdmin().body(Map.of(name, value)).put(FAULTS).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "alice", "order"})
    void only_an_admin_may(String account) {
        given().auth().oauth2(Tokens.of(account)).get(FAULTS).then().statusCode(403);
        given().get(FAULTS).then().statusCode(401);
    }

    private static void set(String name, String value) {
        asAdmin()
                .body(Map.of(name, value))
                .put(FAULTS)
                .then()
                .statusCode(200)
                .body("'" + name + "'", equalTo(value));
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(Tokens.of("admin")).contentType("application/json");
    }
}
