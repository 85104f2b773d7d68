package io.swiftcart.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void every_code_is_kebab_case_with_a_sentence_and_an_error_status(CommonProblem problem) {
        assertTrue(problem.code().matches("[a-z]+(-[a-z]+)*"), problem.code());
        assertTrue(problem.title().endsWith("."), problem.title());
        assertTrue(problem.status() >= 400 && problem.status() < 600);
    }

    @Test
    void no_code_is_used_twice() {
        Set<String> codes = new HashSet<>();
        Arrays.stream(CommonProblem.values()).forEach(problem -> codes.add(problem.code()));

        assertEquals(CommonProblem.values().length, codes.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "type", "code", "errors"})
    void a_member_that_every_problem_has_cannot_be_said_anew(String member) {
        Problem problem = new Problem(CommonProblem.NOT_FOUND, "There is none.");

        assertThrows(IllegalArgumentException.class, () -> problem.with(member, "other"));
    }

    @Test
    void what_may_pass_by_itself_is_retryable() {
        assertEquals(
                List.of(
                        CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT,
                        CommonProblem.INTERNAL_ERROR,
                        CommonProblem.SERVICE_UNAVAILABLE),
                Arrays.stream(CommonProblem.values()).filter(ProblemCode::retryable).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, payload-too-large",
        "415, unsupported-media-type",
        "400, malformed-request",
        "431, malformed-request",
        "418, malformed-request"
    })
    void a_bare_status_of_a_mistake_has_its_problem(int status, String code) {
        assertEquals(code, Mistakes.in(new ClientErrorException(status)).code().code());
    }

    @Test
    void a_fault_is_no_mistake_and_a_problem_inside_a_wrapper_still_counts() {
        Problem problem = new Problem(CommonProblem.NOT_FOUND, "no");

        assertNull(Mistakes.in(new InternalServerErrorException()));
        assertNull(Mistakes.in(new IllegalStateException("x")));
        assertEquals(problem, Mistakes.in(new IllegalStateException(problem)));
    }

    @Test
    void a_problem_is_an_answer_without_a_stack() {
        Problem problem =
                new Problem(CommonProblem.NOT_FOUND, "no").with("items", 1).pointing("/a", "b");

        assertEquals(0, problem.getStackTrace().length);
        assertEquals(1, problem.members().get("items"));
        assertEquals(List.of(new Problem.Pointed("b", "/a")), problem.errors());
    }
}
