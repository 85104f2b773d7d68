package io.swiftcart.account;

import static io.restassured.RestAssured.given;
import static io.swiftcart.platform.packaged.PackagedLedger.told;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.swiftcart.platform.packaged.PackagedLedger;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The accounts as they are delivered: hashes of passwords, signed tokens, letters, sealed fields.
 */
@QuarkusIntegrationTest
class AccountIT implements PackagedLedger {

    @Override
    public String service() {
        return "account";
    }

    @Override
    public String adminToken() {
        return given().formParams(
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                "admin",
                                "password",
                                OwnIssuer.DEMO_PASSWORD))
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Test
    void who_registers_is_told_logs_in_and_opens_the_profile_with_a_signed_token() {
        Person person = Person.stranger();

        String id = person.register().then().statusCode(201).extract().path("id");
        person.register().then().statusCode(409).body("code", equalTo("email-taken"));

        told("customers.registered.v1", id);
        String token = person.tokens().getString("accessToken");
        JsonObject header = Person.header(token);
        assertEquals("RS256", header.getString("alg"));
        given().get("/jwks")
                .then()
                .statusCode(200)
                .body("keys.kid", hasItem(header.getString("kid")));
        person.bearing(token)
                .get(Person.ME)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("email", equalTo(person.email()))
                .body("name", equalTo("Wilhelmina Wheel"));
        person.with("a wrong password").logIn().then().statusCode(401);
    }

    @Test
    void a_session_goes_on_once_with_each_refresh_token() {
        String first = Person.registered().tokens().getString("refreshToken");

        Person.refresh(first).then().statusCode(200).body("accessToken", notNullValue());
        Person.refresh(first).then().statusCode(401).body("code", equalTo("refresh-token-invalid"));
    }

    @Test
    void a_mailed_token_sets_a_new_password() {
        Person person = Person.registered();

        person.json(Map.of("email", person.email()))
                .post(Person.AUTH + "/forgot-password")
                .then()
                .statusCode(202);
        String token = Person.mailedToken(person.email(), 1);
        person.json(Map.of("token", token, "password", "a better password"))
                .post(Person.AUTH + "/reset-password")
                .then()
                .statusCode(204);

        person.logIn().then().statusCode(401);
        person.with("a better password").logIn().then().statusCode(200);
    }

    @Test
    void addresses_are_kept_and_who_is_erased_is_gone() {
        Person person = Person.registered();
        String token = person.tokens().getString("accessToken");
        String id = Person.claims(token).getString("sub");

        person.bearing(token)
                .body(
                        Map.of(
                                "line1", "1 Wheel Lane",
                                "city", "Cartford",
                                "postalCode", "12345",
                                "country", "US"))
                .post(Person.ME + "/addresses")
                .then()
                .statusCode(201);
        person.bearing(token)
                .get(Person.ME + "/addresses")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].line1", equalTo("1 Wheel Lane"));
        person.bearing(token)
                .body(Map.of("password", person.password()))
                .delete(Person.ME)
                .then()
                .statusCode(204);

        told("customers.erased.v1", id);
        person.bearing(token).get(Person.ME).then().statusCode(404);
        person.logIn().then().statusCode(401);
    }

    @Test
    void an_admin_replaces_the_signing_key() {
        String before = adminToken();
        Person admin = Person.stranger();

        String kid =
                admin.bearing(before)
                        .body(Map.of("reason", "it was seen on a screen"))
                        .post("/api/v1/admin/signing-keys/rotate")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("kid");

        await().until(this::adminToken, token -> kid.equals(Person.header(token).getString("kid")));
        admin.bearing(before).get(Person.ME).then().statusCode(200);
    }

    @Test
    void a_client_gets_its_token_and_mistakes_are_told_member_by_member() {
        given().auth()
                .preemptive()
                .basic("loadtest", OwnIssuer.SECRET)
                .formParams(Map.of("grant_type", "client_credentials", "scope", "orders:read"))
                .post("/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("orders:read"));
        Person.stranger()
                .json(Map.of("email", "none", "password", "a good password", "name", "W", "id", 1))
                .post(Person.AUTH + "/register")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("/id"));
    }
}
