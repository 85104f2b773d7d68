package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.load.Reply;
import io.swiftcart.e2e.oracle.Figures.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was answered against what is kept: I2, I10, and that no answer is a defect of ours. */
final class ReplyRules {
    private ReplyRules() {}

    /** Every order that was acknowledged exists, with the total that was told. */
    static Stream<String> acknowledged_orders_exist(Figures figures) {
        Map<String, Order> orders = figures.ordersById();
        return figures.replies().stream()
                .filter(reply -> reply.orderId() != null)
                .flatMap(reply -> told(reply, orders.get(reply.orderId())));
    }

    private static Stream<String> told(Reply reply, Order order) {
        String answer = reply.status() + " for key " + reply.purchase().key();
        if (order == null) {
            return Stream.of(
                    "Order " + reply.orderId() + " was answered " + answer + " and is lost.");
        }
        Long total = reply.total();
        if (total != null && total != order.total()) {
            return Stream.of(
                    "Order %s was answered %s with total %d and has %d."
                            .formatted(order.id(), answer, total, order.total()));
        }
        boolean contradicted =
                switch (reply.status()) {
                    case 201 -> !order.stands() && !order.status().equals("CANCELLED");
                    case 402, 409 -> !order.status().equals("FAILED");
                    default -> false;
                };
        return contradicted
                ? Stream.of(
                        "Order %s was answered %s and is %s."
                                .formatted(order.id(), answer, order.status()))
                : Stream.empty();
    }

    /** An idempotency key made one order at most, whether it was answered or not. */
    static Stream<String> a_key_makes_one_order(Figures figures) {
        Map<String, List<String>> made =
                figures.orders().stream()
                        .filter(order -> !order.leftTheKeyFree())
                        .collect(
                                Collectors.groupingBy(
                                        Order::key,
                                        Collectors.mapping(Order::id, Collectors.toList())));
        return made.entrySet().stream()
                .filter(key -> key.getValue().size() > 1)
                .map(key -> "Key " + key.getKey() + " made the orders " + key.getValue() + ".");
    }

    /** The same request is always answered the same, byte for byte. */
    static Stream<String> the_same_key_has_the_same_answer(Figures figures) {
        Map<String, Set<String>> answers =
                figures.replies().stream()
                        .filter(Reply::isKept)
                        .collect(
                                Collectors.groupingBy(
                                        reply -> reply.purchase().key(),
                                        Collectors.mapping(
                                                reply -> reply.status() + " " + reply.body(),
                                                Collectors.toCollection(TreeSet::new))));
        return answers.entrySet().stream()
                .filter(key -> key.getValue().size() > 1)
                .map(key -> "Key " + key.getKey() + " was answered " + key.getValue() + ".");
    }

    /** Whatever is broken around it, the shop says so: never a 500, never a hang. */
    static Stream<String> no_answer_is_a_defect(Figures figures) {
        return figures.replies().stream()
                .filter(ReplyRules::isDefect)
                .map(
                        reply ->
                                "Key %s was answered %d after %d ms: %s"
                                        .formatted(
                                                reply.purchase().key(),
                                                reply.status(),
                                                reply.took().toMillis(),
                                                Objects.toString(reply.body())));
    }

    private static boolean isDefect(Reply reply) {
        return reply.status() == 500 || reply.body().contains("HttpTimeoutException");
    }
}
