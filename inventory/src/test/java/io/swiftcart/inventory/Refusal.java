package io.swiftcart.inventory;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.List;

/** How every mistake of a caller is answered. */
final class Refusal {
    private static final List<String> INSIDES =
            List.of("io.swiftcart", "java.", "jackson", "Exception", "insert into", "select ");

    private Refusal() {}

    /** A client error as a problem that says nothing of what is inside. */
    static void refused(Response answer) {
        answer.then()
                .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)))
                .contentType(containsString("application/problem+json"))
                .body("code", matchesPattern("[a-z-]+"))
                .body("correlationId", notNullValue())
                .body("type", containsString("/problems/"));
        INSIDES.forEach(inside -> answer.then().body(not(containsString(inside))));
    }
}
