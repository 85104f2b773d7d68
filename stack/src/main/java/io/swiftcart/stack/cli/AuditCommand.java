package io.swiftcart.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.client.Operator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: what operators did, and whether the trail of it is whole. */
@Command(name = "audit", description = "Lists what operators did, or verifies the trail of it.")
final class AuditCommand implements Runnable {

    private static final int BROKEN = 1;
    private static final String ROW = "%-20s  %-12s %-36s  %-15s  %s  %s%n";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say list or verify.");
        }
    }

    @Command(name = "list", description = "Prints the newest entries, one line each.")
    void list(
            @Mixin DataOption data,
            @Option(names = "--actor", paramLabel = "ID", description = "Only of this operator.")
                    @Nullable String actor,
            @Option(
                            names = "--action",
                            paramLabel = "TEXT",
                            description = "Only actions that begin so.")
                    @Nullable String action,
            @Option(
                            names = "--subject",
                            paramLabel = "ID",
                            description = "Only what was done to this.")
                    @Nullable String subject,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "At most so many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        Map<String, String> filters = new TreeMap<>();
        put(filters, "actor", actor);
        put(filters, "action", action);
        put(filters, "subject", subject);
        StringBuilder page = new StringBuilder("/audit?limit=").append(limit);
        filters.forEach((name, value) -> page.append('&').append(name).append('=').append(value));
        JsonNode entries = Operator.of(data.layout()).get(page.toString()).path("items");
        if (entries.isEmpty()) {
            System.out.println("Nothing is written down.");
            return;
        }
        System.out.printf(ROW, "WHEN", "SERVICE", "WHO", "FROM", "WHAT", "WHY");
        entries.forEach(AuditCommand::print);
    }

    @Command(
            name = "verify",
            description = "Recomputes the chain of hashes; exit 1 when an entry was changed.")
    int verify(@Mixin DataOption data) {
        JsonNode report = Operator.of(data.layout()).get("/audit/verification");
        report.path("services").forEach(AuditCommand::printChain);
        return report.path("holds").asBoolean() ? 0 : BROKEN;
    }

    private static void put(Map<String, String> filters, String name, @Nullable String value) {
        if (value != null) {
            filters.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static void print(JsonNode entry) {
        String subject = entry.path("subject").asText();
        String action = entry.path("action").asText();
        System.out.printf(
                ROW,
                entry.path("occurredAt").asText().replaceAll("\\.\\d+Z", "Z"),
                entry.path("service").asText(),
                entry.path("actor").asText(),
                entry.path("origin").asText(),
                subject.startsWith("/")
                        ? action.split(" ", 2)[0] + " " + subject
                        : action + " " + subject,
                entry.path("reason").asText());
    }

    private static void printChain(JsonNode chain) {
        System.out.printf(
                "%-13s %-7s %8d entries  %s%n",
                chain.path("service").asText(),
                chain.path("holds").asBoolean() ? "whole" : "BROKEN",
                chain.path("entries").asLong(),
                chain.path("head").asText());
        chain.path("violations").forEach(found -> System.out.println("      " + found.asText()));
    }
}
