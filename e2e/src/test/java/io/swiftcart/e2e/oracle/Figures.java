package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.load.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is known about a shop from outside, read while nothing moves.
 *
 * @param mails how often each Message-ID arrived
 * @param unrest what still moved when the time to come to rest was over, one sentence each
 * @param crashes whether a process was killed, so that a mail may have been sent twice
 */
record Figures(
        List<Reply> replies,
        List<Order> orders,
        List<Transition> history,
        List<Published> facts,
        List<Charge> charges,
        List<Payment> payments,
        List<Stock> stock,
        List<Hold> holds,
        Map<String, Integer> mails,
        List<String> unrest,
        boolean crashes) {

    private static final Set<String> STANDING = Set.of("CONFIRMED", "FULFILLED", "COMPLETED");
    private static final Set<String> ENDED_WITHOUT = Set.of("FAILED", "CANCELLED");

    /** An order as order keeps it. {@code key}: the client's; {@code units} by SKU. */
    record Order(
            String id,
            String key,
            String status,
            String failureReason,
            long total,
            int version,
            Map<String, Integer> units) {

        boolean stands() {
            return STANDING.contains(status);
        }

        boolean isFinal() {
            return stands() || ENDED_WITHOUT.contains(status);
        }

        /** Nothing happened for the client, who may use the key again. */
        boolean leftTheKeyFree() {
            return status.equals("FAILED") && failureReason.equals("payment-unavailable");
        }
    }

    /** One row of the history of an order. */
    record Transition(String orderId, int version, String eventId, String type) {}

    /** One message on a topic, in the topic's order for its key. {@code version} 0: it has none. */
    record Published(String topic, String key, String eventId, int version, String value) {}

    /** One payment intent as the provider keeps it. */
    record Charge(String id, String orderId, String status, long received, long refunded) {
        boolean captured() {
            return received > 0;
        }

        long kept() {
            return received - refunded;
        }
    }

    /** A payment as payment keeps it. */
    record Payment(String orderId, String status, long captured, long refunded) {}

    /** One SKU with the sums of its movements. */
    record Stock(
            String sku,
            long onHand,
            long reserved,
            long onHandMoved,
            long reservedMoved,
            long received,
            long sold) {}

    /** The reservation of an order. */
    record Hold(String orderId, String status, Map<String, Integer> units) {}

    Map<String, Order> ordersById() {
        return orders.stream().collect(Collectors.toMap(Order::id, order -> order));
    }

    Map<String, List<Charge>> chargesByOrder() {
        return charges.stream().collect(Collectors.groupingBy(Charge::orderId));
    }

    /** The figures in one line. */
    String summary() {
        return orders.size()
                + " orders "
                + orders.stream()
                        .collect(Collectors.groupingBy(Order::status, Collectors.counting()))
                + ", "
                + charges.stream().filter(Charge::captured).count()
                + " captures, "
                + facts.size()
                + " facts, "
                + mails.size()
                + " mails, "
                + replies.size()
                + " replies";
    }
}
