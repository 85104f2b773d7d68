package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.load.Reply;
import io.swiftcart.e2e.oracle.Figures.Charge;
import io.swiftcart.e2e.oracle.Figures.Hold;
import io.swiftcart.e2e.oracle.Figures.Order;
import io.swiftcart.e2e.oracle.Figures.Payment;
import io.swiftcart.e2e.oracle.Figures.Published;
import io.swiftcart.e2e.oracle.Figures.Stock;
import io.swiftcart.e2e.oracle.Figures.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Figures of one confirmed and one failed order that agree, and ways to break them. */
final class Sample {
    private static final String GOOD = "order-good";
    private static final String BAD = "order-bad";
    private static final String STRANGER = "order-nobody-knows";
    private static final long TOTAL = 500;
    private static final Map<String, Integer> ONE = Map.of("A", 1);

    private final List<Reply> replies = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Transition> history = new ArrayList<>();
    private final List<Published> facts = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final Map<String, Integer> mails = new HashMap<>();
    private final List<String> unrest = new ArrayList<>();
    private Stock stock = new Stock("A", 9, 0, 9, 0, 10, 1);
    private boolean crashes;

    Sample() {
        orders.add(new Order(GOOD, "key-1", "CONFIRMED", "", TOTAL, 2, ONE));
        orders.add(new Order(BAD, "key-2", "FAILED", "payment-declined", TOTAL, 2, ONE));
        for (String order : List.of(GOOD, BAD)) {
            for (int version = 1; version <= 2; version++) {
                history.add(new Transition(order, version, event(order, version), "any"));
                facts.add(fact(order, version, event(order, version), "{}"));
            }
        }
        charges.add(new Charge("pi_1", GOOD, "succeeded", TOTAL, 0));
        charges.add(new Charge("pi_2", BAD, "requires_payment_method", 0, 0));
        payments.add(new Payment(GOOD, "SUCCEEDED", TOTAL, 0));
        payments.add(new Payment(BAD, "FAILED", 0, 0));
        holds.add(new Hold(GOOD, "COMMITTED", ONE));
        holds.add(new Hold(BAD, "RELEASED", ONE));
        mails.put("<" + GOOD + ".confirmed@swiftcart>", 1);
        mails.put("<" + BAD + ".failed@swiftcart>", 1);
        answered(201, "{\"orderId\":\"%s\",\"totalAmount\":%d}".formatted(GOOD, TOTAL));
    }

    Figures figures() {
        return new Figures(
                replies,
                orders,
                history,
                facts,
                charges,
                payments,
                List.of(stock),
                holds,
                mails,
                unrest,
                crashes);
    }

    Sample answered(int status, String body) {
        replies.add(new Reply(Purchase.of("key-1", "A"), status, body, Duration.ZERO));
        return this;
    }

    Sample confirmed(UnaryOperator<Order> change) {
        orders.set(0, change.apply(orders.getFirst()));
        return this;
    }

    static Order order(Order old, long total, String status) {
        return new Order(old.id(), old.key(), status, "", total, old.version(), old.units());
    }

    Sample withoutTheConfirmedOrder() {
        orders.removeFirst();
        return this;
    }

    Sample keyUsedTwice() {
        orders.add(new Order(STRANGER, "key-1", "FAILED", "timed-out", TOTAL, 2, ONE));
        return this;
    }

    Sample failedForLackOfPayments() {
        orders.set(1, new Order(BAD, "key-2", "FAILED", "payment-unavailable", TOTAL, 2, ONE));
        return this;
    }

    Sample keyOfTheFailureUsedAgain() {
        confirmed(o -> new Order(o.id(), "key-2", o.status(), "", o.total(), 2, ONE));
        return this;
    }

    Sample capturedTwice() {
        charges.add(new Charge("pi_3", GOOD, "succeeded", TOTAL, TOTAL));
        return this;
    }

    Sample failedOrderIsCharged() {
        charges.set(1, new Charge("pi_2", BAD, "succeeded", TOTAL, TOTAL - 1));
        return this;
    }

    Sample nothingIsCharged() {
        charges.removeFirst();
        return this;
    }

    Sample paymentForgets() {
        payments.set(0, new Payment(GOOD, "UNKNOWN", 0, 0));
        return this;
    }

    Sample authorizationStays() {
        charges.set(1, new Charge("pi_2", BAD, "requires_capture", 0, 0));
        return this;
    }

    Sample strangeCharge() {
        charges.add(new Charge("pi_4", STRANGER, "requires_payment_method", 0, 0));
        return this;
    }

    Sample stock(int onHand, int reserved, int onHandMoved, int reservedMoved, int in, int out) {
        stock = new Stock("A", onHand, reserved, onHandMoved, reservedMoved, in, out);
        return this;
    }

    Sample failedOrderHolds() {
        holds.set(1, new Hold(BAD, "HELD", ONE));
        return this;
    }

    Sample strangeHold() {
        holds.add(new Hold(STRANGER, "RELEASED", ONE));
        return this;
    }

    Sample moving(String sentence) {
        unrest.add(sentence);
        return this;
    }

    Sample crashed() {
        crashes = true;
        return this;
    }

    Sample mail(String kind, int times) {
        String id = "<" + GOOD + "." + kind + "@swiftcart>";
        if (times == 0) {
            mails.remove(id);
        } else {
            mails.put(id, times);
        }
        return this;
    }

    Sample withoutFact(int version) {
        facts.removeIf(fact -> fact.key().equals(GOOD) && fact.version() == version);
        return this;
    }

    Sample laterFactFirst() {
        facts.addFirst(fact(GOOD, 2, event(GOOD, 2), "{}"));
        return this;
    }

    Sample publishedAgain() {
        facts.addAll(List.copyOf(facts));
        return this;
    }

    Sample publishedAnew() {
        facts.add(fact(GOOD, 2, "another-event", "{}"));
        return this;
    }

    Sample contentChanges() {
        facts.add(fact(GOOD, 2, event(GOOD, 2), "{\"other\":1}"));
        return this;
    }

    Sample strangeFact() {
        facts.add(new Published("payments.succeeded.v1", STRANGER, "event-x", 0, "{}"));
        return this;
    }

    private static Published fact(String order, int version, String event, String value) {
        return new Published("orders.any.v1", order, event, version, value);
    }

    private static String event(String order, int version) {
        return order + "-" + version;
    }
}
