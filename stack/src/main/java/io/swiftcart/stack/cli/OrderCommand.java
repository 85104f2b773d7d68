package io.swiftcart.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http;
import io.swiftcart.stack.client.Http.Answer;
import io.swiftcart.stack.client.Login;
import io.swiftcart.stack.client.RunningShop;
import io.swiftcart.stack.process.Poll;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code order}: places one order as {@code alice} and follows it. */
@Command(
        name = "order",
        description = "Places an order through the gateway and prints its timeline until final.")
final class OrderCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http http = new Http();
    private final Set<String> printed = new HashSet<>();

    @Mixin private DataOption data = new DataOption();

    @Option(names = "--sku", defaultValue = "SKU-00001", description = "What (default: SKU-00001).")
    private String sku = "";

    @Option(names = "--qty", defaultValue = "1", description = "How many (default: 1).")
    private int quantity;

    @Option(
            names = "--card",
            paramLabel = "TOKEN",
            defaultValue = "pm_card_visa",
            description = "The provider's token of a card (default: pm_card_visa).")
    private String card = "";

    @Override
    public Integer call() {
        Layout layout = data.layout();
        RunningShop shop = RunningShop.in(layout);
        String orders = shop.gateway() + "/api/v1/orders";
        String token = new Login(shop.issuer(), Secrets.open(layout)).token("alice", Map.of());
        long placed = System.nanoTime();
        Answer answer = place(orders, token);
        System.out.printf(
                "%6d ms  answered %d %s%n", millisSince(placed), answer.status(), outcome(answer));
        String id = answer.body().path("orderId").asText();
        if (id.isEmpty()) {
            throw new StackFailure("The order was refused: " + answer.problem());
        }
        return follow(orders + "/" + id, Map.of("Authorization", "Bearer " + token), placed);
    }

    private Answer place(String orders, String token) {
        Map<String, Object> order =
                Map.of(
                        "items",
                        List.of(Map.of("sku", sku, "qty", quantity)),
                        "currency",
                        "USD",
                        "paymentMethod",
                        card);
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        return http.post(orders, order, headers);
    }

    private int follow(String order, Map<String, String> bearer, long placed) {
        boolean settled =
                Poll.until(
                        PATIENCE,
                        () -> {
                            // Asked before the history, so that the last entry is printed too.
                            boolean done = !status(order, bearer).equals("PENDING");
                            http.get(order + "/events", bearer)
                                    .body()
                                    .path("items")
                                    .forEach(this::print);
                            return done;
                        });
        JsonNode last = http.get(order, bearer).body();
        System.out.printf(
                "%6d ms  %s %s %s%n",
                millisSince(placed),
                last.path("orderNumber").asText(),
                last.path("status").asText(),
                total(last));
        if (!settled) {
            throw new StackFailure(
                    "The order is still pending after "
                            + PATIENCE.toSeconds()
                            + " s: see ./swiftcart logs order.");
        }
        return last.path("status").asText().equals("CONFIRMED") ? 0 : 1;
    }

    private String status(String order, Map<String, String> bearer) {
        return http.get(order + "/status", bearer).body().path("status").asText("PENDING");
    }

    private void print(JsonNode event) {
        if (printed.add(event.path("eventId").asText())) {
            System.out.printf(
                    "%s  %-24s v%s  %s%n",
                    event.path("occurredAt").asText(),
                    event.path("type").asText(),
                    event.path("version").asText(),
                    event.path("cause").asText());
        }
    }

    private static String outcome(Answer answer) {
        return answer.ok() ? answer.body().path("status").asText() : answer.problem();
    }

    private static String total(JsonNode order) {
        return order.path("totalAmount").asText() + " " + order.path("currency").asText();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
