package io.swiftcart.stack.cli;

import io.swiftcart.stack.StackFailure;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test}: stands here for the help; the script hands it to Maven. */
@Command(
        name = "test",
        description =
                "Builds and runs the tests: unit, component, e2e, all of them (default), chaos-short, ci (all and chaos-short), or chaos.")
final class TestCommand implements Callable<Integer> {

    @SuppressWarnings(
            "UnusedVariable") // Taken as by every command; tests have directories of their own.
    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "LEVEL",
            description = "unit, component, e2e, all, chaos-short, ci or chaos.")
    private @Nullable String level;

    @Override
    public Integer call() {
        throw new StackFailure(
                "Tests are run by the script: ./swiftcart test " + (level == null ? "" : level));
    }
}
