package io.swiftcart.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one process. {@code environment} is added to a small set that every process gets;
 * {@code stopSignal} is the name (without SIG) of the signal that asks it to end in good order.
 */
public record Launch(
        List<String> command, Map<String, String> environment, Path directory, String stopSignal) {

    public static Launch of(List<String> command, Path directory) {
        return new Launch(command, Map.of(), directory, "TERM");
    }

    public Launch with(Map<String, String> variables) {
        return new Launch(command, variables, directory, stopSignal);
    }

    /** Shows no environment: it carries passwords. */
    @Override
    public String toString() {
        return "Launch[" + command.getFirst() + " in " + directory + "]";
    }
}
