package io.swiftcart.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
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
        String body = answer.asString();
        int status = answer.statusCode();
        assertTrue(status >= 400 && status < 500, () -> status + " " + body);
        assertTrue(answer.contentType().contains("application/problem+json"), answer::contentType);
        // Parsed once: each path that REST Assured is asked for is a script that it compiles.
        JsonObject problem = new JsonObject(body);
        assertTrue(problem.getString("code", "").matches("[a-z-]+"), body);
        assertEquals(status, problem.getInteger("status"), body);
        assertTrue(problem.getString("type", "").contains("/problems/"), body);
        assertTrue(problem.containsKey("correlationId"), body);
        INSIDES.forEach(inside -> assertFalse(body.contains(inside), body));
        return answer.then();
    }
}
