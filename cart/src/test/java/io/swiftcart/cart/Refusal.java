package io.swiftcart.cart;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** How every mistake of a caller is answered. */
final class Refusal {
    private static final List<String> INSIDES =
            List.of("io.swiftcart", "java.", "jackson", "Exception", "insert into", "select ");

    private Refusal() {}

    /** A client error as a problem that says nothing of what is inside. */
    static void of(Response answer) {
        ValidatableResponse refusal =
                answer.then()
                        .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)))
                        .contentType(containsString("application/problem+json"))
                        .body("code", matchesPattern("[a-z-]+"))
                        .body("correlationId", notNullValue())
                        .body("type", containsString("/problems/"));
        INSIDES.forEach(inside -> refusal.body(not(containsString(inside))));
    }

    /** The same, with this very status. */
    static void of(Response answer, int status) {
        of(answer);
        answer.then().statusCode(status);
    }
}
