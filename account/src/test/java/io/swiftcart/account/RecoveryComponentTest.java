package io.swiftcart.account;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryComponentTest {
    private final Books books;

    RecoveryComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void a_mailed_token_sets_a_new_password_once_and_ends_all_sessions() {
        Person person = Person.registered();
        String session = person.tokens().getString("refreshToken");

        forgot(person).then().statusCode(202);
        String token = Person.mailedToken(person.email(), 1);

        reset(person, token, "a better password").then().statusCode(204);
        reset(person, token, "another password")
                .then()
                .statusCode(400)
                .body("code", equalTo("mailed-token-invalid"));
        person.logIn().then().statusCode(401);
        person.with("a better password").logIn().then().statusCode(200);
        Person.refresh(session).then().statusCode(401);
    }

    @Test
    void a_new_password_opens_the_lock_of_its_owners_address() {
        Person person = Person.registered();
        for (int i = 0; i < 5; i++) {
            person.with("a wrong password").logIn().then().statusCode(401);
        }
        forgot(person);

        reset(person, Person.mailedToken(person.email(), 1), "a better password")
                .then()
                .statusCode(204);

        person.with("a better password").logIn().then().statusCode(200);
    }

    @Test
    void only_the_newest_token_counts() {
        Person person = Person.registered();
        forgot(person);
        String first = Person.mailedToken(person.email(), 1);
        awaitNoLetters();
        forgot(person);
        String second = Person.mailedToken(person.email(), 2);

        reset(person, first, "a better password").then().statusCode(400);
        reset(person, second, "a better password").then().statusCode(204);
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        Person nobody = Person.stranger();

        Response answer = forgot(nobody);

        assertEquals(202, answer.statusCode());
        assertEquals(forgot(Person.registered()).asString(), answer.asString());
        awaitNoLetters();
        assertEquals(List.of(), Person.mails(nobody.email()));
    }

    private void awaitNoLetters() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> books.list("select id from letter").isEmpty());
    }

    private static Response forgot(Person person) {
        return person.json(Map.of("email", person.email())).post(Person.AUTH + "/forgot-password");
    }

    private static Response reset(Person person, String token, String password) {
        return person.json(Map.of("token", token, "password", password))
                .post(Person.AUTH + "/reset-password");
    }
}
