package io.swiftcart.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Operator;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: asks the running shop whether all that must hold does hold. */
@Command(
        name = "verify",
        description =
                "Evaluates the invariants on the live system; exit 1 on a violation, 2 if it cannot look.")
final class VerifyCommand implements Callable<Integer> {

    private static final int HOLDS = 0;
    private static final int VIOLATED = 1;
    private static final int BLIND = 2;

    private static final Map<String, String> MEANINGS =
            Map.of(
                    "I1", "at most one capture per order",
                    "I3", "stock equals its movements and is never oversold",
                    "I4", "captured less refunded equals the orders that stand",
                    "I5", "every order ends, and a dead one holds nothing",
                    "I7", "events of an order have no gap",
                    "I8", "a committed transition is one event",
                    "I9", "no event, charge or mail without its order",
                    "I13", "the audit trail is whole");

    @Mixin private DataOption data = new DataOption();

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JsonNode report;
        try {
            report = Operator.of(data.layout()).get("/invariants");
        } catch (StackFailure failure) {
            return blind(failure.sentence());
        }
        if (json) {
            System.out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            report.path("invariants").forEach(VerifyCommand::print);
        }
        if (report.path("invariants").isEmpty()) {
            return blind("No service looks at any invariant, so nothing is verified.");
        }
        return holds(report) ? HOLDS : VIOLATED;
    }

    private int blind(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().println(sentence);
        }
        return BLIND;
    }

    private static boolean holds(JsonNode report) {
        return report.path("invariants")
                .valueStream()
                .allMatch(one -> one.path("holds").asBoolean());
    }

    private static void print(JsonNode invariant) {
        String id = invariant.path("id").asText();
        System.out.printf(
                "%-3s %-8s %8d looked at  %s%n",
                id,
                invariant.path("holds").asBoolean() ? "holds" : "VIOLATED",
                invariant.path("figure").asLong(),
                MEANINGS.getOrDefault(id, ""));
        invariant
                .path("violations")
                .forEach(violation -> System.out.println("      " + violation.asText()));
    }
}
