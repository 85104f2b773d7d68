package io.swiftcart.platform.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.stack.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifiedTokensComponentTest {

    @Test
    void who_stands_behind_a_token_is_found_out_once() {
        String token = Tokens.of("alice");

        assertEquals(principalOf(token), principalOf(token));
        assertNotEquals(principalOf(token), principalOf(Tokens.of("bob")));
    }

    private static String principalOf(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/things/principal")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
