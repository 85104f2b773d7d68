package io.swiftcart.stack.cli;

import io.swiftcart.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code native}: stands here for the help; the script builds with Maven. */
@Command(
        name = "native",
        description =
                "Builds services as native executables, with GraalVM or Mandrel 25 by GRAALVM_HOME, or in a container.")
final class NativeCommand implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // For the help.
    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Which (default: all).")
    private List<String> services = new ArrayList<>();

    @Override
    public Integer call() {
        throw new StackFailure("Native executables are built by the script: ./swiftcart native.");
    }
}
