package io.swiftcart.order.recording;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.neighbours.PaymentGate;
import io.swiftcart.order.transition.OrderFact;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The one door through which orders come to be: claim, order, saga, history and fact in one
 * transaction of the caller's. Afterwards the caller has the saga run.
 */
@ApplicationScoped
public class RecordOrder {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final OrderRepository orders;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final PaymentGate paymentGate;
    private final DataKeys dataKeys;

    RecordOrder(
            Database database,
            OrderRepository orders,
            Outbox outbox,
            Idempotency idempotency,
            PaymentGate paymentGate,
            DataKeys dataKeys) {
        this.database = database;
        this.orders = orders;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.paymentGate = paymentGate;
        this.dataKeys = dataKeys;
    }

    /** A problem with status 503 while payment cannot be asked: nothing is to be written then. */
    public void requirePayments() {
        if (paymentGate.isClosedForOrders()) {
            throw new Problem(OrderProblem.PAYMENT_UNAVAILABLE, "Nothing was recorded; try again.")
                    .retryAfter(PAUSE);
        }
    }

    /** A number that no other order has. */
    public Uni<String> nextNumber(Instant now) {
        return orders.nextNumber(database.pool(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** The key of whom an order is for; at hand when it was used within the last minute. */
    public Uni<ContactKey> contactKey(String subject) {
        return dataKeys.of(subject).map(key -> new ContactKey(subject, key));
    }

    /** The checkout of a new order, under the ids of the request. */
    public static Saga begun(Order order, Claim claim) {
        return Saga.begun(
                Checkout.begin(order).next(),
                claim,
                Correlation.current(),
                Correlation.traceparent(),
                order.createdAt());
    }

    /**
     * Writes the order; false when the key belongs to somebody else, who will answer. Fails with
     * {@link CartOrdered} when another order has the same content of the same cart.
     */
    public Uni<Boolean> in(
            SqlConnection tx, Saga saga, Contact contact, ContactKey contactKey, Origin origin) {
        return idempotency
                .take(tx, saga.claim())
                .call(
                        mine ->
                                mine
                                        ? write(tx, saga, contact, contactKey, origin)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(
            SqlConnection tx, Saga saga, Contact contact, ContactKey contactKey, Origin origin) {
        Fact fact = OrderFact.of(OrderFact.Kind.CREATED, saga.state().order());
        return orders.place(tx, saga, contact, contactKey, origin, fact)
                .invoke(RecordOrder::requirePlaced)
                .chain(() -> outbox.add(tx, List.of(fact)));
    }

    private static void requirePlaced(boolean placed) {
        if (!placed) {
            throw new CartOrdered();
        }
    }
}
