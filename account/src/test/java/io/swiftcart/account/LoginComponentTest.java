package io.swiftcart.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginComponentTest {
    private static final int TRIES = 5;

    private final Books books;

    LoginComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void a_login_gives_a_token_that_opens_ones_own_profile() {
        Person person = Person.registered();

        person.logIn()
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(3600))
                .body("refreshToken", notNullValue());

        person.bearing()
                .get(Person.ME)
                .then()
                .statusCode(200)
                .body("email", equalTo(person.email()));
    }

    @Test
    void a_wrong_password_and_an_unknown_person_are_one_answer() {
        Response wrong = Person.registered().with("a wrong password").logIn();
        Response unknown = Person.stranger().logIn();

        assertEquals(401, wrong.statusCode());
        assertEquals(withoutIds(wrong), withoutIds(unknown));
        assertEquals(wrong.header("WWW-Authenticate"), unknown.header("WWW-Authenticate"));
    }

    @Test
    void five_failures_lock_the_pair_of_account_and_address_and_no_other() {
        Person person = Person.registered();

        fail(person, TRIES);

        person.logIn()
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, greaterThan(800))
                .body("code", equalTo("too-many-tries"));
        person.from("10.99.0.1").logIn().then().statusCode(200);
        Person.registered().from(person.address()).logIn().then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "%s\t", "\u2003%s"})
    void spaces_around_the_login_do_not_make_another_pair(String form) {
        Person person = Person.registered();
        Person written =
                new Person(form.formatted(person.email()), person.password(), person.address());
        written.logIn().then().statusCode(200);

        fail(person, TRIES);

        written.logIn().then().statusCode(429);
    }

    @Test
    void an_unknown_person_is_locked_as_a_known_one_is() {
        Person nobody = Person.stranger();

        fail(nobody, TRIES);

        nobody.logIn().then().statusCode(429);
    }

    @Test
    void a_right_password_before_the_fifth_failure_starts_anew() {
        Person person = Person.registered();

        fail(person, TRIES - 1);
        person.logIn().then().statusCode(200);
        fail(person, TRIES - 1);

        person.logIn().then().statusCode(200);
    }

    @Test
    void a_lock_ends_with_its_time() {
        Person person = Person.registered();
        fail(person, TRIES);

        books.list(
                "update login_throttle set ends_at = now() where failures >= $1 returning failures",
                TRIES);

        person.logIn().then().statusCode(200);
    }

    @Test
    void many_tries_at_once_learn_no_more_than_five() {
        Person person = Person.registered();
        List<Integer> answers;

        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            answers =
                    threads
                            .invokeAll(
                                    IntStream.range(0, 20)
                                            .<java.util.concurrent.Callable<Integer>>mapToObj(
                                                    _ ->
                                                            () ->
                                                                    person.with("a wrong password")
                                                                            .logIn()
                                                                            .statusCode())
                                            .toList())
                            .stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }

        assertEquals(TRIES, answers.stream().filter(status -> status == 401).count());
        assertEquals(20 - TRIES, answers.stream().filter(status -> status == 429).count());
        person.logIn().then().statusCode(429);
    }

    @Test
    void a_refresh_token_is_used_once_and_a_second_use_ends_the_session() {
        Person person = Person.registered();
        String first = person.tokens().getString("refreshToken");

        String second = Person.refresh(first).then().statusCode(200).extract().path("refreshToken");
        Person.refresh(first).then().statusCode(401).body("code", equalTo("refresh-token-invalid"));

        Person.refresh(second).then().statusCode(401);
        person.logIn().then().statusCode(200);
    }

    @Test
    void a_logout_ends_the_session_and_no_other() {
        Person person = Person.registered();
        String here = person.tokens().getString("refreshToken");
        String elsewhere = person.tokens().getString("refreshToken");

        person.json(Map.of("refreshToken", here))
                .post(Person.AUTH + "/logout")
                .then()
                .statusCode(204);
        person.json(Map.of("refreshToken", here))
                .post(Person.AUTH + "/logout")
                .then()
                .statusCode(204);

        Person.refresh(here).then().statusCode(401);
        Person.refresh(elsewhere).then().statusCode(200);
    }

    @Test
    void no_refresh_token_lies_in_the_database() {
        String token = Person.registered().tokens().getString("refreshToken");

        assertTrue(
                books.list("select (refresh_token.*)::text from refresh_token").stream()
                        .noneMatch(row -> row.contains(token)));
    }

    private static void fail(Person person, int times) {
        for (int i = 0; i < times; i++) {
            person.with("a wrong password").logIn().then().statusCode(401);
        }
    }

    private static Map<String, Object> withoutIds(Response problem) {
        Map<String, Object> body = problem.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }
}
