package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.oracle.Figures.Hold;
import io.swiftcart.e2e.oracle.Figures.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stock against its movements, holds and orders: I3, I5, I9. */
final class StockRules {
    private static final Set<String> GIVEN_BACK = Set.of("RELEASED", "EXPIRED", "RETURNED");

    private StockRules() {}

    /** I3: on hand and reserved are the sums of the movements, and within their bounds. */
    static Stream<String> stock_is_the_sum_of_its_movements(Figures figures) {
        return figures.stock().stream()
                .filter(
                        stock ->
                                stock.onHand() != stock.onHandMoved()
                                        || stock.reserved() != stock.reservedMoved()
                                        || stock.reserved() < 0
                                        || stock.reserved() > stock.onHand()
                                        || stock.sold() > stock.received())
                .map(stock -> "The stock does not add up: " + stock + ".");
    }

    /** I3: what has left the stock is what the standing orders are of. */
    static Stream<String> what_left_the_stock_was_ordered(Figures figures) {
        Map<String, Integer> ordered = new TreeMap<>();
        figures.orders().stream()
                .filter(Order::stands)
                .flatMap(order -> order.units().entrySet().stream())
                .forEach(line -> ordered.merge(line.getKey(), line.getValue(), Integer::sum));
        return figures.stock().stream()
                .filter(stock -> stock.sold() != ordered.getOrDefault(stock.sku(), 0))
                .map(
                        stock ->
                                "%d units of %s have left the stock; standing orders are of %d."
                                        .formatted(
                                                stock.sold(),
                                                stock.sku(),
                                                ordered.getOrDefault(stock.sku(), 0)));
    }

    /** I5: a standing order has its units, any other order holds none. */
    static Stream<String> holds_agree_with_their_orders(Figures figures) {
        Map<String, Hold> holds = new HashMap<>();
        figures.holds().forEach(hold -> holds.put(hold.orderId(), hold));
        return figures.orders().stream()
                .filter(Order::isFinal)
                .filter(order -> !agree(order, holds.get(order.id())))
                .map(
                        order ->
                                "Order %s is %s of %s and its hold is %s."
                                        .formatted(
                                                order.id(),
                                                order.status(),
                                                order.units(),
                                                holds.get(order.id())));
    }

    private static boolean agree(Order order, Hold hold) {
        if (order.stands()) {
            return hold != null
                    && hold.status().equals("COMMITTED")
                    && hold.units().equals(order.units());
        }
        return hold == null || GIVEN_BACK.contains(hold.status());
    }

    /** I9: nothing is held for an order that is not there. */
    static Stream<String> no_hold_without_its_order(Figures figures) {
        Set<String> orders = figures.orders().stream().map(Order::id).collect(Collectors.toSet());
        return figures.holds().stream()
                .filter(hold -> !orders.contains(hold.orderId()))
                .map(hold -> "There is a hold without its order: " + hold + ".");
    }

    /** I5 for the stock as a whole: with every order ended, nothing is reserved. */
    static Stream<String> nothing_stays_reserved(Figures figures) {
        return figures.stock().stream()
                .filter(stock -> stock.reserved() > 0)
                .map(stock -> stock.reserved() + " units of " + stock.sku() + " stay reserved.");
    }
}
