package io.swiftcart.account;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.stack.testing.Facts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin erases whom the law says; a customer's own way is in the profile's tests. */
@QuarkusTest
class ErasureComponentTest {
    private final Books books;

    ErasureComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void an_admin_erases_a_customer_and_says_why() {
        Person person = Person.registered();
        String token = person.tokens().getString("accessToken");
        String id = Person.claims(token).getString("sub");

        erase(id).then().statusCode(204);

        person.bearing(token).get(Person.ME).then().statusCode(404);
        person.logIn().then().statusCode(401);
        assertEquals(1, Facts.consume("customers.erased.v1").ofKey(id, 1).size());
        assertEquals(
                List.of("asked for by letter"),
                books.list(
                        "select reason from audit_entry where action = 'customer.erase' and subject = $1",
                        id));
    }

    @Test
    void whom_only_another_identity_provider_knows_is_erased_everywhere_else() {
        String id = UUID.randomUUID().toString();

        erase(id).then().statusCode(204);
        erase(id).then().statusCode(204);

        assertEquals(2, Facts.consume("customers.erased.v1").ofKey(id, 2).size());
    }

    @Test
    void mails_that_wait_for_the_customer_are_not_sent_any_more() {
        Person person = Person.registered();
        String id = Person.claims(person.tokens().getString("accessToken")).getString("sub");
        hold(id);
        person.bearing()
                .body(Map.of("email", "new." + person.email(), "password", person.password()))
                .post(Person.ME + "/email")
                .then()
                .statusCode(202);
        assertEquals(1, waiting(id).size());

        erase(id).then().statusCode(204);

        assertEquals(List.of(), waiting(id));
    }

    /** Mails for this customer are due never. */
    private void hold(String customer) {
        String name = "held_" + customer.replace("-", "");
        books.list(
                """
                create function %s() returns trigger language plpgsql as
                'begin new.due_at := ''infinity''; return new; end'
                """
                        .formatted(name));
        books.list(
                """
                create trigger %1$s before insert on letter for each row when (new.customer_id = '%2$s')
                execute function %1$s()
                """
                        .formatted(name, customer));
    }

    private List<String> waiting(String customer) {
        return books.list(
                "select id from letter where customer_id = $1", UUID.fromString(customer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"id\":\"1\"}"})
    void an_erasure_says_why_and_nothing_else(String body) {
        Person.stranger()
                .bearing(Person.tokenOfAdmin())
                .body(body)
                .post(address(UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"));
    }

    @Test
    void nobody_else_erases_anybody() {
        Person customer = Person.registered();
        Object reason = Map.of("reason", "curiosity");
        String address = address(UUID.randomUUID().toString());

        customer.bearing().body(reason).post(address).then().statusCode(403);
        customer.json(reason).post(address).then().statusCode(401);
    }

    private static Response erase(String customer) {
        return Person.stranger()
                .bearing(Person.tokenOfAdmin())
                .body(Map.of("reason", "asked for by letter"))
                .post(address(customer));
    }

    private static String address(String customer) {
        return "/api/v1/admin/customers/" + customer + "/erase";
    }
}
