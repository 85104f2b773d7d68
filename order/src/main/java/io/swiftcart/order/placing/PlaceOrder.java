package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.neighbours.PaymentGate;
import io.swiftcart.order.pricing.Products;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.order.transition.OrderFact;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Places an order: prices it, writes claim, order, saga, history and fact in one transaction, then
 * waits for the saga as long as the caller will. One order per idempotency key, whatever races.
 */
@ApplicationScoped
class PlaceOrder {
    private static final String ROUTE = "POST " + OrderView.PATH;

    /** Nothing is written yet: a crowd before the database is told to come again, not to wait. */
    private static final Duration READING = Duration.ofSeconds(2);

    private final Database database;
    private final OrderRepository orders;
    private final Products products;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final PaymentGate paymentGate;
    private final AwaitCheckout awaitCheckout;
    private final Clock clock;

    /** What the resource has read: who orders what, under which key, and how long they wait. */
    record Intent(
            String customerId,
            PlaceOrderRequest request,
            Contact contact,
            IdempotencyKey key,
            Waiting waiting) {}

    PlaceOrder(
            Database database,
            OrderRepository orders,
            Products products,
            Outbox outbox,
            Idempotency idempotency,
            PaymentGate paymentGate,
            AwaitCheckout awaitCheckout,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.products = products;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.paymentGate = paymentGate;
        this.awaitCheckout = awaitCheckout;
        this.clock = clock;
    }

    Uni<Response> with(Intent intent) {
        Claim claim = idempotency.claim(intent.customerId(), ROUTE, intent.key(), intent.request());
        Instant arrived = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return idempotency
                .stored(database.pool(), claim)
                .ifNoItem()
                .after(READING)
                .fail()
                .chain(
                        answer ->
                                answer == null
                                        ? place(intent, claim, arrived)
                                        : Uni.createFrom().item(answer.replayed()));
    }

    private Uni<Response> place(Intent intent, Claim claim, Instant now) {
        if (paymentGate.isClosedForOrders()) {
            throw new Problem(OrderProblem.PAYMENT_UNAVAILABLE, "Nothing was recorded; try again.")
                    .retryAfter(Duration.ofSeconds(2));
        }
        Uni<Quote> quote =
                products.sold(Quote.skus(intent.request()))
                        .map(sold -> Quote.of(intent.request(), sold));
        Uni<String> number =
                orders.nextNumber(database.pool(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(quote, number)
                .with((lines, numbered) -> order(intent, lines, numbered, now))
                .ifNoItem()
                .after(READING)
                .fail()
                .chain(order -> write(order, intent, claim));
    }

    private static Order order(Intent intent, Quote quote, String number, Instant now) {
        return Order.placed(
                        new OrderId(Ids.next()),
                        intent.customerId(),
                        quote.lines(),
                        quote.totals(),
                        intent.request().paymentMethod(),
                        now)
                .numbered(number);
    }

    private Uni<Response> write(Order order, Intent intent, Claim claim) {
        Fact fact = OrderFact.of(OrderFact.Kind.CREATED, order);
        Saga saga =
                Saga.begun(
                        Checkout.begin(order).next(),
                        claim,
                        Correlation.current(),
                        Correlation.traceparent(),
                        order.createdAt());
        return database.inTransaction(tx -> claimAndWrite(tx, saga, intent.contact(), fact))
                .chain(
                        mine ->
                                mine
                                        ? awaitCheckout.with(saga, intent.waiting())
                                        : idempotency.replay(claim));
    }

    /** False when the key belongs to somebody else, who will answer. */
    private Uni<Boolean> claimAndWrite(SqlConnection tx, Saga saga, Contact contact, Fact fact) {
        return idempotency
                .take(tx, saga.claim())
                .call(mine -> mine ? write(tx, saga, contact, fact) : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(SqlConnection tx, Saga saga, Contact contact, Fact fact) {
        return orders.place(tx, saga, contact, fact).chain(() -> outbox.add(tx, List.of(fact)));
    }
}
