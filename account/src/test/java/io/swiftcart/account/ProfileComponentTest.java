package io.swiftcart.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.swiftcart.platform.contract.EventContract;
import io.swiftcart.stack.testing.Facts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProfileComponentTest {
    private static final String ADDRESSES = Person.ME + "/addresses";
    private static final Map<String, Object> HOME =
            Map.of(
                    "line1",
                    "1 Wheel Lane",
                    "city",
                    "Cartford",
                    "postalCode",
                    "12345",
                    "country",
                    "US");

    private final Books books;

    ProfileComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void name_and_phone_change_by_version() {
        String token = Person.registered().tokens().getString("accessToken");
        Person me = Person.stranger();
        String tag =
                me.bearing(token).get(Person.ME).then().statusCode(200).extract().header("ETag");

        me.bearing(token)
                .header("If-Match", tag)
                .body(Map.of("name", "Willa", "phone", "+1 555 0100"))
                .put(Person.ME)
                .then()
                .statusCode(200)
                .body("name", equalTo("Willa"))
                .body("phone", equalTo("+1 555 0100"));
        me.bearing(token)
                .header("If-Match", tag)
                .body(Map.of("name", "Late"))
                .put(Person.ME)
                .then()
                .statusCode(412);
        me.bearing(token)
                .body(Map.of("name", "Willa"))
                .put(Person.ME)
                .then()
                .statusCode(200)
                .body("phone", nullValue());
        me.bearing(token).header("If-None-Match", "\"3\"").get(Person.ME).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "id", "email", "status", "version"})
    void nothing_else_changes_by_the_profile(String member) {
        Person.registered()
                .bearing()
                .body(Map.of("name", "W", member, "x"))
                .put(Person.ME)
                .then()
                .statusCode(400);
    }

    @Test
    void nobody_without_a_token_has_a_profile() {
        given().get(Person.ME).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_new_address_for_mail_counts_once_it_is_confirmed() {
        Person person = Person.registered();
        String fresh = "new." + person.email();
        Object change = Map.of("email", fresh, "password", person.password());

        person.bearing()
                .body(Map.of("email", fresh, "password", "a wrong password"))
                .post(Person.ME + "/email")
                .then()
                .statusCode(403);
        person.bearing().body(change).post(Person.ME + "/email").then().statusCode(202);
        String token = Person.mailedToken(fresh, 1);
        person.logIn().then().statusCode(200);

        confirm(token).then().statusCode(204);
        confirm(token).then().statusCode(400);
        person.logIn().then().statusCode(401);
        new Person(fresh, person.password(), person.address()).logIn().then().statusCode(200);
    }

    @Test
    void an_address_for_mail_that_is_taken_meanwhile_is_not_confirmed() {
        Person person = Person.registered();
        Person other = Person.stranger();
        person.bearing()
                .body(Map.of("email", other.email(), "password", person.password()))
                .post(Person.ME + "/email")
                .then()
                .statusCode(202);
        String token = Person.mailedToken(other.email(), 1);
        other.register().then().statusCode(201);

        confirm(token).then().statusCode(409).body("code", equalTo("email-taken"));
    }

    @Test
    void who_is_erased_is_gone_and_all_are_told() {
        Person person = Person.registered();
        String token = person.tokens().getString("accessToken");
        String session = person.tokens().getString("refreshToken");
        String id = Person.claims(token).getString("sub");
        person.bearing(token).body(HOME).post(ADDRESSES).then().statusCode(201);

        person.bearing(token)
                .body(Map.of("password", "a wrong password"))
                .delete(Person.ME)
                .then()
                .statusCode(403);
        person.bearing(token)
                .body(Map.of("password", person.password()))
                .delete(Person.ME)
                .then()
                .statusCode(204);

        person.bearing(token).get(Person.ME).then().statusCode(404);
        person.bearing(token).get(ADDRESSES).then().statusCode(404);
        person.logIn().then().statusCode(401);
        Person.refresh(session).then().statusCode(401);
        assertEquals(
                List.of("null"), books.list("select wrapped from data_key where subject = $1", id));
        assertEquals(
                List.of(),
                books.list("select id from address where customer_id = $1", UUID.fromString(id)));
        Facts.Received fact = Facts.consume("customers.erased.v1").ofKey(id, 1).getFirst();
        EventContract.of("customers.erased.v1")
                .accepts(
                        Objects.requireNonNull(fact.json()).getBytes(StandardCharsets.UTF_8),
                        fact.headers());
        person.register().then().statusCode(201);
    }

    @Test
    void addresses_are_kept_changed_and_removed() {
        Person person = Person.registered();
        String token = person.tokens().getString("accessToken");
        Response added = person.bearing(token).body(HOME).post(ADDRESSES);
        String one = added.then().statusCode(201).extract().header("Location");
        person.bearing(token).body(HOME).post(ADDRESSES).then().statusCode(201);

        String cursor =
                person.bearing(token)
                        .get(ADDRESSES + "?limit=1")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .extract()
                        .path("nextCursor");
        person.bearing(token)
                .queryParam("cursor", cursor)
                .get(ADDRESSES)
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        person.bearing(token)
                .header("If-Match", added.header("ETag"))
                .body(
                        Map.of(
                                "line1",
                                "2 Wheel Lane",
                                "city",
                                "Cartford",
                                "postalCode",
                                "12345",
                                "country",
                                "US"))
                .put(one)
                .then()
                .statusCode(200)
                .body("line1", equalTo("2 Wheel Lane"));
        person.bearing(token)
                .header("If-Match", added.header("ETag"))
                .body(HOME)
                .put(one)
                .then()
                .statusCode(412);
        person.bearing(token).delete(one).then().statusCode(204);
        person.bearing(token).get(one).then().statusCode(404);
        assertEquals(
                List.of(),
                books.list("select (address.*)::text from address").stream()
                        .filter(row -> row.contains("Wheel"))
                        .toList());
    }

    @Test
    void somebody_elses_address_is_not_found() {
        String one = Person.registered().bearing().body(HOME).post(ADDRESSES).header("Location");
        String other = Person.registered().tokens().getString("accessToken");
        Person me = Person.stranger();

        me.bearing(other).get(one).then().statusCode(404);
        me.bearing(other).body(HOME).put(one).then().statusCode(404);
        me.bearing(other).delete(one).then().statusCode(404);
        me.bearing(other).get(ADDRESSES).then().statusCode(200).body("items", hasSize(0));
        me.bearing(other).get(ADDRESSES + "/not-an-id").then().statusCode(400);
    }

    private static Response confirm(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post(Person.AUTH + "/confirm-email");
    }
}
