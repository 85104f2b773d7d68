package io.swiftcart.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.DeadLetters;
import io.swiftcart.stack.client.DeadLetters.Replay;
import io.swiftcart.stack.client.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlq}: the dead letters of all services. */
@Command(name = "dlq", description = "Lists, shows or replays dead letters.")
final class DlqCommand implements Runnable {

    private static final String ROW = "%-36s  %-26s %-13s %8s  %-24s %-9s %s%n";
    private static final int REASON_MAX = 60;

    @Spec private @Nullable CommandSpec spec;

    /** {@code --topic}, which every form takes. */
    static final class TopicOption {
        @Option(
                names = "--topic",
                paramLabel = "TOPIC",
                description = "Only letters of this topic, e.g. orders.confirmed.v1.")
        @Nullable String topic;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say list, show or replay.");
        }
    }

    @Command(name = "list", description = "Prints one line for each dead letter, newest first.")
    void list(@Mixin DataOption data, @Mixin TopicOption only) {
        List<JsonNode> letters = letters(data).all(only.topic);
        if (letters.isEmpty()) {
            System.out.println("There are no dead letters.");
            return;
        }
        System.out.printf(
                ROW, "ID", "TOPIC", "CONSUMER", "ATTEMPTS", "FAILED", "REPLAYED", "REASON");
        letters.forEach(DlqCommand::printLine);
    }

    @Command(name = "show", description = "Prints dead letters whole, as JSON; all or those named.")
    void show(
            @Mixin DataOption data,
            @Mixin TopicOption only,
            @Parameters(arity = "0..*", paramLabel = "ID") @Nullable List<String> ids)
            throws JsonProcessingException {
        List<JsonNode> letters =
                letters(data).all(only.topic).stream()
                        .filter(
                                letter ->
                                        ids == null
                                                || ids.isEmpty()
                                                || ids.contains(letter.path("id").asText()))
                        .toList();
        if (ids != null && letters.size() < ids.size()) {
            throw new StackFailure(
                    "There is no such dead letter: ./swiftcart dlq list shows what there is.");
        }
        ObjectMapper json = new ObjectMapper();
        for (JsonNode letter : letters) {
            System.out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(letter));
        }
    }

    @Command(
            name = "replay",
            description =
                    "Sends dead letters to their consumers again: those named, or all that were not yet.")
    void replay(
            @Mixin DataOption data,
            @Mixin TopicOption only,
            @Option(names = "--dry-run", description = "Only counts.") boolean dryRun,
            @Parameters(arity = "0..*", paramLabel = "ID") @Nullable List<String> ids) {
        Replay done = letters(data).replay(only.topic, ids == null ? List.of() : ids, dryRun);
        System.out.println(
                done.matched()
                        + " matched, "
                        + done.replayed()
                        + " replayed"
                        + (dryRun ? " (dry run)" : ""));
    }

    private static DeadLetters letters(DataOption data) {
        return new DeadLetters(Operator.of(data.layout()));
    }

    private static void printLine(JsonNode letter) {
        String reason = letter.path("reason").asText().replaceAll("\\s+", " ");
        System.out.printf(
                ROW,
                letter.path("id").asText(),
                letter.path("topic").asText(),
                letter.path("consumer").asText(),
                letter.path("attempts").asText(),
                letter.path("failedAt").asText().replaceAll("\\.\\d+Z", "Z"),
                letter.hasNonNull("replayedAt") ? "replayed" : "waiting",
                reason.substring(0, Math.min(reason.length(), REASON_MAX)));
    }
}
