package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code down}: stops the shop, also when its supervisor was killed. */
@Command(name = "down", description = "Stops everything.")
final class DownCommand implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Layout layout = data.layout();
        ProcessTable table = ProcessTable.of(layout);
        boolean supervised = table.stopSupervisor();
        List<String> stopped = table.stopLeftovers();
        Files.deleteIfExists(layout.run());
        Files.deleteIfExists(layout.summary());
        System.out.println(
                supervised || !stopped.isEmpty()
                        ? "SwiftCart is stopped."
                        : "SwiftCart is not running in " + layout.root() + ".");
        return 0;
    }
}
