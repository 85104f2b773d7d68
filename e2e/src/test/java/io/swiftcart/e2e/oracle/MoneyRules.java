package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.oracle.Figures.Charge;
import io.swiftcart.e2e.oracle.Figures.Order;
import io.swiftcart.e2e.oracle.Figures.Payment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The provider's ledger against the orders and against our own books: I1, I4, I5, I9. */
final class MoneyRules {
    private MoneyRules() {}

    /** I1: the provider has taken the money of an order once at most. */
    static Stream<String> an_order_is_captured_once(Figures figures) {
        return figures.chargesByOrder().entrySet().stream()
                .filter(order -> order.getValue().stream().filter(Charge::captured).count() > 1)
                .map(
                        order ->
                                "Order %s was captured more than once: %s."
                                        .formatted(order.getKey(), ids(order.getValue())));
    }

    /** I4, I5: what the provider keeps of an order is its total if it stands, else nothing. */
    static Stream<String> the_provider_keeps_the_totals_of_standing_orders(Figures figures) {
        Map<String, List<Charge>> charges = figures.chargesByOrder();
        Map<String, Payment> payments = new HashMap<>();
        figures.payments().forEach(payment -> payments.put(payment.orderId(), payment));
        return figures.orders().stream()
                .flatMap(
                        order ->
                                settled(
                                        order,
                                        charges.getOrDefault(order.id(), List.of()),
                                        payments.get(order.id())));
    }

    private static Stream<String> settled(Order order, List<Charge> charges, Payment payment) {
        long kept = charges.stream().mapToLong(Charge::kept).sum();
        long received = charges.stream().mapToLong(Charge::received).sum();
        long refundedByWish =
                order.stands() && payment != null && payment.status().endsWith("REFUNDED")
                        ? payment.refunded()
                        : 0;
        long due = order.stands() ? order.total() - refundedByWish : 0;
        Stream<String> balance =
                kept == due
                        ? Stream.empty()
                        : Stream.of(
                                "Order %s is %s with total %d; the provider keeps %d of it instead of %d: %s."
                                        .formatted(
                                                order.id(),
                                                order.status(),
                                                order.total(),
                                                kept,
                                                due,
                                                ids(charges)));
        Stream<String> open =
                charges.stream()
                        .filter(charge -> charge.status().equals("requires_capture"))
                        .filter(_ -> order.isFinal())
                        .map(
                                charge ->
                                        "Order %s is %s and the provider still holds money for it: %s."
                                                .formatted(
                                                        order.id(), order.status(), charge.id()));
        long ours = payment == null ? 0 : payment.captured();
        Stream<String> books =
                ours == received
                        ? Stream.empty()
                        : Stream.of(
                                "Order %s: payment has captured %d, the provider %d."
                                        .formatted(order.id(), ours, received));
        return Stream.of(balance, open, books).flatMap(all -> all);
    }

    /** I9: nobody is charged for an order that is not there. */
    static Stream<String> no_charge_without_its_order(Figures figures) {
        Map<String, Order> orders = figures.ordersById();
        return figures.charges().stream()
                .filter(charge -> !orders.containsKey(charge.orderId()))
                .map(
                        charge ->
                                "Charge %s is for order %s, which does not exist."
                                        .formatted(charge.id(), charge.orderId()));
    }

    private static List<String> ids(List<Charge> charges) {
        return charges.stream().map(Charge::toString).toList();
    }
}
