package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.oracle.Figures.Order;
import io.swiftcart.e2e.oracle.Figures.Published;
import io.swiftcart.e2e.oracle.Figures.Transition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** History against what was published: I7, I8, I9, and that every order ends (I5). */
final class FactRules {
    private FactRules() {}

    /** I5: every order has come to an end. */
    static Stream<String> every_order_ends(Figures figures) {
        Stream<String> open =
                figures.orders().stream()
                        .filter(order -> !order.isFinal())
                        .map(order -> "Order " + order.id() + " is still " + order.status() + ".");
        return Stream.concat(figures.unrest().stream(), open);
    }

    /** I7: the facts of one order carry the versions 1..n. */
    static Stream<String> versions_have_no_gap(Figures figures) {
        Map<String, Set<Integer>> published = new HashMap<>();
        ordersFacts(figures)
                .forEach(
                        fact ->
                                published
                                        .computeIfAbsent(fact.key(), _ -> new TreeSet<>())
                                        .add(fact.version()));
        return figures.orders().stream()
                .filter(order -> !upTo(order.version()).equals(published.get(order.id())))
                .map(
                        order ->
                                "Order %s is at version %d; its facts carry the versions %s."
                                        .formatted(
                                                order.id(),
                                                order.version(),
                                                published.get(order.id())));
    }

    /** I7: on its topic, no new fact of an order comes after a later one. */
    static Stream<String> versions_are_in_order(Figures figures) {
        Map<String, Integer> latest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        return ordersFacts(figures)
                .filter(fact -> seen.add(fact.eventId()))
                .filter(
                        fact -> {
                            String row = fact.topic() + " " + fact.key();
                            Integer before = latest.put(row, fact.version());
                            return before != null && before >= fact.version();
                        })
                .map(fact -> "This fact came after a later one: " + fact + ".")
                .toList()
                .stream();
    }

    /** I8: each transition was published under the id it was committed with, and nothing else. */
    static Stream<String> a_transition_has_one_event(Figures figures) {
        Set<String> committed =
                figures.history().stream().map(FactRules::identity).collect(Collectors.toSet());
        Set<String> published =
                ordersFacts(figures).map(FactRules::identity).collect(Collectors.toSet());
        Stream<String> missing =
                committed.stream()
                        .filter(one -> !published.contains(one))
                        .map(one -> "This transition was never published: " + one + ".");
        Stream<String> invented =
                published.stream()
                        .filter(one -> !committed.contains(one))
                        .map(one -> "This fact is no transition of the history: " + one + ".");
        return Stream.concat(missing, invented);
    }

    /** I8: whatever is published twice is the same both times. */
    static Stream<String> an_event_has_one_content(Figures figures) {
        Map<String, Set<String>> contents =
                figures.facts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        fact -> fact.topic() + " " + fact.eventId(),
                                        Collectors.mapping(Published::value, Collectors.toSet())));
        return contents.entrySet().stream()
                .filter(event -> event.getValue().size() > 1)
                .map(event -> "Event " + event.getKey() + " has contents " + event.getValue());
    }

    /** I9: no event of an order that is not there. */
    static Stream<String> no_event_without_its_order(Figures figures) {
        Set<String> orders = figures.orders().stream().map(Order::id).collect(Collectors.toSet());
        return figures.facts().stream()
                .filter(fact -> !orders.contains(fact.key()))
                .map(fact -> "There is no order to this fact: " + fact + ".");
    }

    private static Stream<Published> ordersFacts(Figures figures) {
        return figures.facts().stream().filter(fact -> fact.topic().startsWith("orders."));
    }

    private static Set<Integer> upTo(int version) {
        return IntStream.rangeClosed(1, version).boxed().collect(Collectors.toSet());
    }

    private static String identity(Transition transition) {
        return identity(transition.orderId(), transition.version(), transition.eventId());
    }

    private static String identity(Published fact) {
        return identity(fact.key(), fact.version(), fact.eventId());
    }

    private static String identity(String order, int version, String event) {
        return "order " + order + ", version " + version + ", event " + event;
    }

    /** All topics whose facts are keyed by order id. */
    static List<String> topics() {
        return List.of(
                "orders.created.v1",
                "orders.confirmed.v1",
                "orders.failed.v1",
                "orders.cancelled.v1",
                "orders.refunded.v1",
                "payments.initiated.v1",
                "payments.succeeded.v1",
                "payments.failed.v1",
                "payments.refunded.v1",
                "inventory.reserved.v1",
                "inventory.reservation-failed.v1",
                "inventory.released.v1");
    }
}
