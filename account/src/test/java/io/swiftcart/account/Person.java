package io.swiftcart.account;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swiftcart.stack.testing.Mails;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Somebody at a browser, with an address of their own on the network. */
record Person(String email, String password, String address) {
    static final String AUTH = "/api/v1/auth";
    static final String ME = "/api/v1/users/me";
    static final Map<String, String> ADMIN =
            Map.of(
                    "grant_type",
                    "password",
                    "username",
                    "admin",
                    "password",
                    OwnIssuer.DEMO_PASSWORD);
    private static final Pattern TOKEN = Pattern.compile("Token: ([A-Za-z0-9_-]{43})");

    /** Nobody yet. */
    static Person stranger() {
        String email = "wilhelmina." + UUID.randomUUID() + "@example.org";
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String address =
                "10."
                        + random.nextInt(256)
                        + "."
                        + random.nextInt(256)
                        + "."
                        + random.nextInt(1, 255);
        return new Person(email, "a good password", address);
    }

    /** A new customer. */
    static Person registered() {
        Person person = stranger();
        person.register().then().statusCode(201);
        return person;
    }

    Person from(String otherAddress) {
        return new Person(email, password, otherAddress);
    }

    Person with(String otherPassword) {
        return new Person(email, otherPassword, address);
    }

    Response register() {
        return json(Map.of("email", email, "password", password, "name", "Wilhelmina Wheel"))
                .post(AUTH + "/register");
    }

    Response logIn() {
        return json(Map.of("email", email, "password", password)).post(AUTH + "/login");
    }

    JsonPath tokens() {
        return logIn().then().statusCode(200).extract().jsonPath();
    }

    RequestSpecification bearing() {
        return bearing(tokens().getString("accessToken"));
    }

    RequestSpecification bearing(String token) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token);
    }

    RequestSpecification json(Object body) {
        return given().header("X-Forwarded-For", address).contentType(ContentType.JSON).body(body);
    }

    static String tokenOfAdmin() {
        return given().formParams(ADMIN)
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static Response refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post(AUTH + "/refresh");
    }

    static JsonObject claims(String jwt) {
        return part(jwt, 1);
    }

    static JsonObject header(String jwt) {
        return part(jwt, 0);
    }

    /** The token of the newest of so many mails to an address. */
    static String mailedToken(String email, int mails) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Mails.to(email), received -> received.size() >= mails)
                .stream()
                .map(mail -> TOKEN.matcher(mail.raw().replace("=\r\n", "").replace("=3D", "=")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList()
                .getLast();
    }

    static List<Mails.Mail> mails(String email) {
        return Mails.to(email);
    }

    private static JsonObject part(String jwt, int index) {
        return new JsonObject(
                new String(
                        Base64.getUrlDecoder().decode(jwt.split("\\.")[index]),
                        StandardCharsets.UTF_8));
    }
}
