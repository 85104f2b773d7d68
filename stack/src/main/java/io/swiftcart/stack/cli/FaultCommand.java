package io.swiftcart.stack.cli;

import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http;
import io.swiftcart.stack.client.Http.Answer;
import io.swiftcart.stack.client.RunningShop;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fault}: switches the faults of the payment sandbox. */
@Command(name = "fault", description = "Shows, sets or clears faults of the payment sandbox.")
final class FaultCommand implements Runnable {

    private final Http http = new Http();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say list, set or clear.");
        }
    }

    @Command(name = "list", description = "Prints every fault and its value.")
    void list(@Mixin DataOption data) {
        RunningShop shop = RunningShop.in(data.layout());
        print(http.get(control(shop), bearer(shop)));
    }

    @Command(name = "set", description = "Sets one fault.")
    void set(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "VALUE") String value) {
        RunningShop shop = RunningShop.in(data.layout());
        print(http.put(control(shop), Map.of(name, value), bearer(shop)));
    }

    @Command(name = "clear", description = "Switches all faults off.")
    void clear(@Mixin DataOption data) {
        RunningShop shop = RunningShop.in(data.layout());
        print(http.delete(control(shop), bearer(shop)));
    }

    private static String control(RunningShop shop) {
        return shop.sandbox() + "/_sandbox/faults";
    }

    private static Map<String, String> bearer(RunningShop shop) {
        return Map.of("Authorization", "Bearer " + shop.sandboxKey());
    }

    private static void print(Answer answer) {
        if (!answer.ok()) {
            throw new StackFailure(
                    answer.body().path("error").path("message").asText(answer.problem()));
        }
        answer.body()
                .properties()
                .forEach(
                        fault ->
                                System.out.println(
                                        fault.getKey() + " " + fault.getValue().asText()));
    }
}
