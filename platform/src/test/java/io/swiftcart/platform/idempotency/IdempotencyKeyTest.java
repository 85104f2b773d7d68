package io.swiftcart.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"abc\"", " abc ", " \"abc\" "})
    void quoted_and_bare_are_the_same_key(String raw) {
        assertEquals(new IdempotencyKey("abc"), IdempotencyKey.of(raw));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void a_key_may_have_up_to_255_characters(int length) {
        assertEquals("~".repeat(length), IdempotencyKey.of("~".repeat(length)).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\"\"", "\"", "a b", "\" a\"", "a\"b", "\"a", "a\"", "ä", "a\u0000", "a\tb"
            })
    void anything_else_is_invalid(String raw) {
        Problem problem = assertThrows(Problem.class, () -> IdempotencyKey.of(raw));

        assertEquals(CommonProblem.IDEMPOTENCY_KEY_INVALID, problem.code());
    }

    @Test
    void a_key_of_256_characters_is_invalid() {
        assertThrows(Problem.class, () -> IdempotencyKey.of("x".repeat(256)));
    }
}
