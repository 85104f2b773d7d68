package io.swiftcart.stack.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SwiftCartTest {

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself_when_asked(String command) {
        assertEquals(0, SwiftCart.run(command, "--help"));
        assertEquals(0, SwiftCart.run(command, "-h"));
    }

    static Set<String> commands() {
        return new CommandLine(new SwiftCart()).getSubcommands().keySet();
    }

    @ParameterizedTest
    @CsvSource({"up, --unknown", "audit, neither", "token, --port"})
    void what_a_command_does_not_know_is_a_mistake(String command, String argument) {
        assertEquals(2, SwiftCart.run(command, argument));
    }
}
