package io.swiftcart.stack.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwiftCartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up", "down", "status", "logs", "test", "bench", "token", "order", "verify",
                "audit", "dlq", "fault"
            })
    void every_command_explains_itself_when_asked(String command) {
        assertEquals(0, SwiftCart.run(command, "--help"));
        assertEquals(0, SwiftCart.run(command, "-h"));
    }

    @ParameterizedTest
    @CsvSource({"up, --unknown", "audit, neither", "token, --port"})
    void what_a_command_does_not_know_is_a_mistake(String command, String argument) {
        assertEquals(2, SwiftCart.run(command, argument));
    }
}
