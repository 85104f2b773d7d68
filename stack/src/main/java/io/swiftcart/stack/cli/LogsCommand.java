package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.LogFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code logs}: follows one log or all of them. */
@Command(name = "logs", description = "Follows the logs until Ctrl-C.")
final class LogsCommand implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "Only this process (default: all).")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        Layout layout = data.layout();
        List<Path> all = logs(layout);
        List<Path> chosen =
                name == null ? all : all.stream().filter(layout.log(name)::equals).toList();
        if (chosen.isEmpty()) {
            throw new StackFailure(
                    name == null
                            ? "There are no logs in "
                                    + layout.logs()
                                    + ": start SwiftCart with ./swiftcart up."
                            : "There is no log of " + name + ": take one of " + names(all) + ".");
        }
        new LogFollower(chosen, System.out).follow();
        return 0;
    }

    private static List<Path> logs(Layout layout) throws IOException {
        if (!Files.isDirectory(layout.logs())) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(layout.logs())) {
            return listed.filter(path -> path.toString().endsWith(".log")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String names(List<Path> logs) {
        return String.join(
                ", ",
                logs.stream()
                        .map(path -> path.getFileName().toString().replace(".log", ""))
                        .toList());
    }
}
