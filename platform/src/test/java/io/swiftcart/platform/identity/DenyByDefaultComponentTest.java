package io.swiftcart.platform.identity;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DenyByDefaultComponentTest {
    private static final String FORGOTTEN = "/things/forgotten";

    @Test
    void an_address_that_does_not_say_who_may_ask_is_closed_to_all() {
        given().get(FORGOTTEN).then().statusCode(401);
        given().auth().oauth2(Tokens.of("admin")).get(FORGOTTEN).then().statusCode(403);
    }
}
