package io.swiftcart.stack.cli;

import io.swiftcart.stack.StackFailure;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bench}: stands here for the help; the script hands it to the module {@code perf}. */
@Command(
        name = "bench",
        description =
                "Measures a fresh shop against its bars: B0 to B10, growth, catalogue, or all; see bench --help.")
final class BenchCommand implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // Taken so that none of them is refused here.
    @Unmatched
    private @Nullable List<String> arguments;

    @Override
    public Integer call() {
        throw new StackFailure("The benchmark is run by the script: ./swiftcart bench.");
    }
}
