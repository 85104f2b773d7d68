package io.swiftcart.stack.cli;

import io.swiftcart.stack.client.Faults;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fault}: switches the faults of the payment sandbox and of services. */
@Command(
        name = "fault",
        description = "Shows, sets or clears faults of the payment sandbox and of services.")
final class FaultCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say list, set or clear.");
        }
    }

    @Command(name = "list", description = "Prints every fault and its value.")
    void list(@Mixin DataOption data) {
        print(new Faults(data.layout()).all());
    }

    @Command(name = "set", description = "Sets one fault.")
    void set(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "VALUE") String value) {
        print(new Faults(data.layout()).set(name, value));
    }

    @Command(name = "clear", description = "Switches all faults off.")
    void clear(@Mixin DataOption data) {
        print(new Faults(data.layout()).clear());
    }

    private static void print(Map<String, String> faults) {
        faults.forEach((name, value) -> System.out.println(name + " " + value));
    }
}
