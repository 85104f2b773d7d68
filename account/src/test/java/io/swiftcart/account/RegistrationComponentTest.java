package io.swiftcart.account;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationComponentTest {
    private final Books books;

    RegistrationComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void who_registers_is_a_customer_and_a_fact_without_a_name() {
        Person person = Person.stranger();

        String id =
                person.register()
                        .then()
                        .statusCode(201)
                        .body("email", equalTo(person.email()))
                        .extract()
                        .path("id");

        Facts.Received fact = Facts.consume("customers.registered.v1").ofKey(id, 1).getFirst();
        EventContract.of("customers.registered.v1").accepts(bytes(fact), fact.headers());
        String token = person.tokens().getString("accessToken");
        assertEquals(id, Person.claims(token).getString("sub"));
        assertEquals(List.of("customer"), Person.claims(token).getJsonArray("groups").getList());
        assertEquals(person.email(), Person.claims(token).getString("email"));
    }

    @Test
    void an_address_is_taken_in_any_capitals() {
        Person person = Person.registered();

        new Person(person.email().toUpperCase(Locale.ROOT), "another password", person.address())
                .register()
                .then()
                .statusCode(409)
                .body("code", equalTo("email-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "roles", "id", "status", "customerId"})
    void nobody_says_by_themselves_what_they_are(String member) {
        Person person = Person.stranger();
        Map<String, Object> body =
                new HashMap<>(
                        Map.of(
                                "email",
                                person.email(),
                                "password",
                                person.password(),
                                "name",
                                "W"));
        body.put(member, "admin");

        person.json(body).post(Person.AUTH + "/register").then().statusCode(400);

        person.logIn().then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "not-an-address, a good password, W",
        "a@b@example.org, a good password, W",
        "a b@example.org, a good password, W",
        "x@example.org, 1234567, W",
        "x@example.org, a good password, ' '",
    })
    void what_breaks_the_rules_is_refused(String email, String password, String name) {
        Person.stranger()
                .json(Map.of("email", email, "password", password, "name", name))
                .post(Person.AUTH + "/register")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"));
    }

    @Test
    void the_database_does_not_tell_who_it_is() {
        Person person = Person.registered();

        List<String> rows = books.list("select (customer.*)::text from customer");

        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> row.contains(person.email()) || row.contains("Wheel"))
                        .toList());
    }

    private static byte[] bytes(Facts.Received fact) {
        return Objects.requireNonNull(fact.json()).getBytes(StandardCharsets.UTF_8);
    }
}
