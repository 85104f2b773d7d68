package io.swiftcart.account;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TokenEndpointComponentTest {
    private static final Map<String, String> LOADTEST =
            Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    "loadtest",
                    "client_secret",
                    OwnIssuer.SECRET);

    private final Books books;

    TokenEndpointComponentTest(Books books) {
        this.books = books;
    }

    @Test
    void discovery_names_the_issuer_that_stands_in_tokens() {
        String issuer =
                ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);

        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(issuer))
                .body("jwks_uri", equalTo(issuer + "/jwks"))
                .body("token_endpoint", equalTo(issuer + "/token"));
        assertEquals(issuer, Person.claims(tokenOf(LOADTEST)).getString("iss"));
    }

    @Test
    void a_client_gets_its_scopes_or_fewer() {
        JsonObject all = Person.claims(tokenOf(LOADTEST));
        assertEquals("loadtest", all.getString("sub"));
        assertEquals("swiftcart", all.getString("aud"));
        assertEquals("orders:write orders:read", all.getString("scope"));

        given().auth()
                .preemptive()
                .basic("loadtest", OwnIssuer.SECRET)
                .formParams(Map.of("grant_type", "client_credentials", "scope", "orders:read"))
                .post("/token")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("scope", equalTo("orders:read"));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=loadtest&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=wrong, 401, invalid_client",
        "grant_type=client_credentials&client_id=loadtest&client_secret=secret-of-128-random-bits&scope=admin, 400, invalid_scope",
        "grant_type=client_credentials, 400, invalid_request",
        "grant_type=client_credentials&grant_type=password, 400, invalid_request",
        "client_id=loadtest, 400, invalid_request",
        "grant_type=authorization_code, 400, unsupported_grant_type",
        "grant_type=password&username=nobody&password=x, 400, invalid_grant",
        "grant_type=refresh_token&refresh_token=x, 400, invalid_grant",
    })
    void refusals_are_in_the_words_of_the_standard(String form, int status, String error) {
        given().contentType(ContentType.URLENC)
                .body(form)
                .post("/token")
                .then()
                .statusCode(status)
                .body("error", equalTo(error));
    }

    @Test
    void a_demo_user_logs_in_by_name_and_a_refresh_token_goes_on_once() {
        Response first = token(Person.ADMIN);
        JsonObject claims = Person.claims(first.path("access_token"));
        assertEquals("admin", claims.getString("preferred_username"));
        assertEquals("admin@example.com", claims.getString("email"));
        assertEquals(List.of("admin", "manager"), claims.getJsonArray("groups").getList());

        Map<String, String> again =
                Map.of("grant_type", "refresh_token", "refresh_token", first.path("refresh_token"));
        String second = token(again).then().statusCode(200).extract().path("refresh_token");
        token(again).then().statusCode(400).body("error", equalTo("invalid_grant"));
        token(Map.of("grant_type", "refresh_token", "refresh_token", second))
                .then()
                .statusCode(400);
    }

    @Test
    void an_admin_replaces_the_key_and_older_tokens_stay_good() {
        String before = Person.tokenOfAdmin();
        Person admin = Person.stranger();

        String kid = rotated(before, "it was seen on a screen");

        assertNotEquals(kid, Person.header(before).getString("kid"));
        List<String> published =
                given().get("/jwks").then().statusCode(200).extract().path("keys.kid");
        assertEquals(kid, published.getFirst());
        assertEquals(true, published.contains(Person.header(before).getString("kid")));
        given().get("/jwks").then().body("keys.findAll { it.d != null }", hasSize(0));
        String after =
                await().until(
                                Person::tokenOfAdmin,
                                token -> kid.equals(Person.header(token).getString("kid")));
        admin.bearing(before).get(Person.ME).then().statusCode(200);
        admin.bearing(after).get(Person.ME).then().statusCode(200);
        assertEquals(
                List.of("it was seen on a screen"),
                books.list(
                        "select reason from audit_entry where action = 'signing-keys.rotate' and subject = $1",
                        kid));
    }

    /** Each look for new keys that a stranger causes makes verifiers wait before the next one. */
    @Test
    void a_key_is_known_before_it_signs_whatever_strangers_send() {
        Person admin = Person.stranger();
        String kid = rotated(Person.tokenOfAdmin(), "a month has passed");

        await().pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            admin.bearing(ofUnknownKey()).get(Person.ME).then().statusCode(401);
                            String token = Person.tokenOfAdmin();
                            admin.bearing(token).get(Person.ME).then().statusCode(200);
                            return kid.equals(Person.header(token).getString("kid"));
                        });
    }

    @Test
    void the_first_who_come_at_once_with_a_token_of_a_new_key_are_all_let_in() throws Exception {
        Person admin = Person.stranger();
        String kid = rotated(Person.tokenOfAdmin(), "a month has passed");
        String token =
                await().until(
                                Person::tokenOfAdmin,
                                fresh -> kid.equals(Person.header(fresh).getString("kid")));

        List<Callable<Integer>> asking =
                Collections.nCopies(10, () -> admin.bearing(token).get(Person.ME).statusCode());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : callers.invokeAll(asking)) {
                assertEquals(200, status.get());
            }
        }
    }

    /** The id of the key that is to sign. */
    private static String rotated(String adminToken, String reason) {
        return Person.stranger()
                .bearing(adminToken)
                .body(Map.of("reason", reason))
                .post("/api/v1/admin/signing-keys/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("kid");
    }

    private static String ofUnknownKey() {
        String header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"RS256\",\"kid\":\"nobodys\"}".getBytes(UTF_8));
        String known = tokenOf(LOADTEST);
        return header + known.substring(known.indexOf('.'));
    }

    @Test
    void only_an_admin_replaces_the_key() {
        Person customer = Person.registered();
        Object reason = Map.of("reason", "curiosity");

        customer.bearing()
                .body(reason)
                .post("/api/v1/admin/signing-keys/rotate")
                .then()
                .statusCode(403);
        customer.json(reason).post("/api/v1/admin/signing-keys/rotate").then().statusCode(401);
        customer.bearing(tokenOf(LOADTEST)).get(Person.ME).then().statusCode(403);
    }

    @Test
    void in_development_a_test_may_shape_its_token() {
        Person anybody = Person.stranger();

        anybody.bearing(tokenWith("ttl", "-60")).get(Person.ME).then().statusCode(401);
        anybody.bearing(tokenWith("audience", "others")).get(Person.ME).then().statusCode(401);
        anybody.bearing(tokenWith("issuer", "http://elsewhere"))
                .get(Person.ME)
                .then()
                .statusCode(401);
        assertEquals("others", Person.claims(tokenWith("audience", "others")).getString("aud"));
    }

    private static String tokenWith(String member, String value) {
        return given().formParams(Person.ADMIN)
                .formParam(member, value)
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String tokenOf(Map<String, String> form) {
        return token(form).then().statusCode(200).extract().path("access_token");
    }

    private static Response token(Map<String, String> form) {
        return given().formParams(form).post("/token");
    }
}
