package io.swiftcart.order;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.hamcrest.Matcher;

/**
 * How every mistake of a caller is answered. Reads as REST Assured does; but there each path that
 * is asked for is a script that is compiled, and refusals are asked for by the thousand.
 */
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

    private final Response answer;
    private final JsonObject problem;

    private Refusal(Response answer) {
        this.answer = answer;
        this.problem = new JsonObject(answer.asString());
    }

    /** A client error as a problem that says nothing of what is inside. */
    public static Refusal of(Response answer) {
        String body = answer.asString();
        int status = answer.statusCode();
        assertTrue(status >= 400 && status < 500, () -> status + " " + body);
        assertTrue(answer.contentType().contains("application/problem+json"), answer::contentType);
        JsonObject problem = new JsonObject(body);
        assertTrue(problem.getString("code", "").matches("[a-z-]+"), body);
        assertEquals(status, problem.getInteger("status"), body);
        assertTrue(problem.getString("type", "").contains("/problems/"), body);
        assertTrue(problem.containsKey("correlationId"), body);
        INSIDES.forEach(inside -> assertFalse(body.contains(inside), body));
        return new Refusal(answer);
    }

    public Refusal statusCode(int expected) {
        assertEquals(expected, answer.statusCode(), answer::asString);
        return this;
    }

    public Refusal body(String path, Matcher<?> expected) {
        if (path.matches("\\w+")) {
            assertThat(path, problem.getMap().get(path), matcher(expected));
        } else {
            answer.then().body(path, expected);
        }
        return this;
    }

    public Refusal header(String name, Matcher<?> expected) {
        assertThat(name, answer.header(name), matcher(expected));
        return this;
    }

    /** A member of the problem. */
    public <T> T path(String path) {
        return answer.path(path);
    }

    @SuppressWarnings(
            "unchecked") // As REST Assured takes it: whatever is there, it matches or not.
    private static Matcher<Object> matcher(Matcher<?> expected) {
        return (Matcher<Object>) expected;
    }
}
