package io.swiftcart.platform.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every problem has in common. */
final class Refusal {
    private Refusal() {}

    static ValidatableResponse of(Response response, int status, String code) {
        ValidatableResponse answer =
                response.then()
                        .log()
                        .ifValidationFails()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/" + code))
                        .body("code", equalTo(code))
                        .body("status", equalTo(status))
                        .body("correlationId", equalTo(response.header("X-Correlation-ID")));
        for (String member : new String[] {"title", "detail", "instance"}) {
            answer.body(member, not(equalTo("")));
        }
        for (String secret :
                new String[] {
                    "Exception", "io.swiftcart", "com.fasterxml", "select ", "10.1.2.3"
                }) {
            answer.body(not(containsString(secret)));
        }
        return answer;
    }
}
