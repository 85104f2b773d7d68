package io.swiftcart.order;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** How every mistake of a caller is answered. */
public final class Refusal {
    private static final List<String> INSIDES =
            List.of(
                    "io.swiftcart",
                    "java.",
                    "jackson",
                    "Exception",
                    "insert into",
                    "select ",
                    "pm_card");

    private Refusal() {}

    /** A client error as a problem that says nothing of what is inside. */
    public static ValidatableResponse of(Response answer) {
        ValidatableResponse refusal =
                answer.then()
                        .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)))
                        .contentType(containsString("application/problem+json"))
                        .body("code", matchesPattern("[a-z-]+"))
                        .body("status", equalTo(answer.statusCode()))
                        .body("correlationId", notNullValue())
                        .body("type", containsString("/problems/"));
        INSIDES.forEach(inside -> refusal.body(not(containsString(inside))));
        return refusal;
    }
}
