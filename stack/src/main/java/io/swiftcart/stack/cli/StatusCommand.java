package io.swiftcart.stack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.process.Memory;
import io.swiftcart.stack.process.ProcessTable;
import io.swiftcart.stack.process.ProcessTable.Entry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: every process with what it costs. */
@Command(
        name = "status",
        description = "Shows every process: address, pid, state, start-up time, memory.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-16s %-11s %8s %10s %9s  %s%n";

    @Mixin private DataOption data = new DataOption();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    /** One line. {@code startupMillis} and {@code rssBytes}: 0 if not known. */
    record Line(
            String name,
            long pid,
            String state,
            long startupMillis,
            long rssBytes,
            String address) {

        static Line of(String name, Entry entry) {
            boolean running = entry.running().isPresent();
            return new Line(
                    name,
                    entry.pid(),
                    running || entry.state().equals("restarting") ? entry.state() : "stopped",
                    entry.startupMillis(),
                    running ? Memory.residentBytes(entry.pid()) : 0,
                    entry.address());
        }
    }

    @Override
    public Integer call() throws IOException {
        Layout layout = data.layout();
        List<Line> lines =
                ProcessTable.of(layout).stored().entrySet().stream()
                        .map(entry -> Line.of(entry.getKey(), entry.getValue()))
                        .toList();
        if (json) {
            System.out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(lines));
        } else if (lines.isEmpty()) {
            System.out.println("SwiftCart is not running in " + layout.root() + ".");
        } else {
            print(lines);
        }
        return 0;
    }

    private static void print(List<Line> lines) {
        System.out.printf(ROW, "NAME", "STATE", "PID", "START-UP", "MEMORY", "ADDRESS");
        for (Line line : lines) {
            System.out.printf(
                    ROW,
                    line.name(),
                    line.state(),
                    line.pid(),
                    line.startupMillis() + " ms",
                    line.rssBytes() / 1024 / 1024 + " MiB",
                    line.address());
        }
    }
}
