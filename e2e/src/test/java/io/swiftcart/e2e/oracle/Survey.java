package io.swiftcart.e2e.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Bus;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.e2e.load.Journal;
import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.oracle.Figures.Charge;
import io.swiftcart.e2e.oracle.Figures.Published;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the figures of a running shop, known by its {@code run.json}. The mail sink keeps its mails
 * in memory: when there are many they are counted and thrown away.
 */
final class Survey {
    private static final int MAILS_MAX = 5_000;
    private static final Map<String, List<String>> READERS =
            Map.of(
                    "orders.confirmed.v1", List.of("inventory", "notification"),
                    "orders.failed.v1", List.of("inventory", "notification"),
                    "orders.cancelled.v1", List.of("inventory", "notification"));

    private final JsonNode run;
    private final Books books;
    private final Bus bus;
    private final Map<String, Integer> purged = new TreeMap<>();

    Survey(JsonNode run) {
        this.run = run;
        this.books = new Books(new Sql(run.path("postgres").path("url").asText()));
        this.bus = new Bus(run.path("kafka").path("bootstrap").asText());
    }

    Figures figures(Journal journal, List<String> unrest, boolean crashes) {
        return new Figures(
                journal.replies(),
                books.orders(),
                books.history(),
                FactRules.topics().stream().flatMap(this::facts).toList(),
                charges(),
                books.payments(),
                books.stock(),
                books.holds(),
                mails(),
                unrest,
                crashes);
    }

    /** What still moves: databases, and facts that are published and not read. */
    List<String> unrest() {
        List<String> unrest = new ArrayList<>(books.unrest());
        READERS.forEach(
                (topic, groups) ->
                        groups.stream()
                                .filter(group -> !bus.isReadBy(group, topic))
                                .forEach(
                                        group ->
                                                unrest.add(
                                                        group
                                                                + " has not read all of "
                                                                + topic
                                                                + ".")));
        return unrest;
    }

    private Stream<Published> facts(String topic) {
        return bus.all(topic).stream().map(fact -> published(topic, fact));
    }

    private static Published published(String topic, Bus.Fact fact) {
        try {
            JsonNode value = Http.JSON.readTree(fact.value());
            return new Published(
                    topic,
                    fact.key(),
                    value.path("eventId").asText(),
                    value.path("order").path("version").asInt(),
                    new String(fact.value(), StandardCharsets.UTF_8));
        } catch (IOException notJson) {
            throw new AssertionError("no JSON on " + topic + ": " + fact, notJson);
        }
    }

    private List<Charge> charges() {
        String url =
                run.path("paymentSandbox").path("url").asText() + "/v1/payment_intents?limit=100";
        String bearer = "Bearer " + run.path("paymentSandbox").path("apiKey").asText();
        List<Charge> charges = new ArrayList<>();
        JsonNode page;
        do {
            String after = charges.isEmpty() ? "" : "&starting_after=" + charges.getLast().id();
            page = ok(Http.get(url + after, Map.of("Authorization", bearer)));
            page.path("data").forEach(intent -> charges.add(charge(intent)));
        } while (page.path("has_more").asBoolean());
        return charges;
    }

    private static Charge charge(JsonNode intent) {
        return new Charge(
                intent.path("id").asText(),
                intent.path("metadata").path("orderId").asText(),
                intent.path("status").asText(),
                intent.path("amount_received").asLong(),
                intent.path("amount_refunded").asLong());
    }

    private Map<String, Integer> mails() {
        Map<String, Integer> mails = new TreeMap<>(purged);
        Answer answer = Http.get(sink() + "/api/user/" + Purchase.MAILBOX + "/messages", Map.of());
        if (answer.status() == 200) {
            answer.json()
                    .forEach(
                            mail -> mails.merge(mail.path("Message-ID").asText(), 1, Integer::sum));
        }
        if (mails.size() - purged.size() > MAILS_MAX) {
            ok(Http.post(sink() + "/api/mail/purge", Map.of(), Map.of()));
            purged.clear();
            purged.putAll(mails);
        }
        return mails;
    }

    private String sink() {
        return run.path("mail").path("ui").asText();
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
        return answer.json();
    }
}
