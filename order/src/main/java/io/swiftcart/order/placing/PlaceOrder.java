package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.CheckoutRunner;
import io.swiftcart.order.checkout.CheckoutRunner.Ended;
import io.swiftcart.order.checkout.OrderFact;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.neighbours.PaymentGate;
import io.swiftcart.order.pricing.Products;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Answer;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.core.eventbus.Message;
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
import java.util.Map;

/**
 * Places an order: prices it, writes claim, order, saga, history and fact in one transaction, then
 * waits for the saga as long as the caller will. One order per idempotency key, whatever races.
 */
@ApplicationScoped
class PlaceOrder {
    private static final String ROUTE = "POST " + OrderView.PATH;

    private final Database database;
    private final OrderRepository orders;
    private final Products products;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final PaymentGate paymentGate;
    private final EventBus bus;
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
            EventBus bus,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.products = products;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.paymentGate = paymentGate;
        this.bus = bus;
        this.clock = clock;
    }

    Uni<Response> with(Intent intent) {
        Claim claim = idempotency.claim(intent.customerId(), ROUTE, intent.key(), intent.request());
        return idempotency
                .stored(database.pool(), claim)
                .chain(
                        answer ->
                                answer == null
                                        ? place(intent, claim)
                                        : Uni.createFrom().item(answer.replayed()));
    }

    private Uni<Response> place(Intent intent, Claim claim) {
        if (paymentGate.isClosedForOrders()) {
            throw new Problem(OrderProblem.PAYMENT_UNAVAILABLE, "Nothing was recorded; try again.")
                    .retryAfter(Duration.ofSeconds(2));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Uni<Quote> quote =
                products.sold(Quote.skus(intent.request()))
                        .map(sold -> Quote.of(intent.request(), sold));
        Uni<String> number =
                orders.nextNumber(database.pool(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(quote, number)
                .with((lines, numbered) -> order(intent, lines, numbered, now))
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
        Fact fact = OrderFact.of("created", order);
        Saga saga =
                Saga.begun(
                        Checkout.begin(order).next(),
                        claim,
                        Correlation.current(),
                        Correlation.traceparent(),
                        order.createdAt());
        return database.inTransaction(tx -> claimAndWrite(tx, saga, intent.contact(), fact))
                .chain(mine -> mine ? await(saga, intent.waiting()) : repeat(claim));
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

    /**
     * The run goes on by itself when the caller's budget is over, and the sweep takes it up when it
     * breaks off: from here on the order exists, so the answer is never an error of ours.
     */
    private Uni<Response> await(Saga saga, Waiting waiting) {
        if (waiting.isOver()) {
            bus.send(CheckoutRunner.ADDRESS, saga);
            return pending(saga);
        }
        DeliveryOptions budget = new DeliveryOptions().setSendTimeout(waiting.budget().toMillis());
        return bus.<Ended>request(CheckoutRunner.ADDRESS, saga, budget)
                .map(Message::body)
                .onFailure(ReplyException.class)
                .recoverWithItem(() -> new Ended(null))
                .chain(ended -> answer(ended, saga));
    }

    private Uni<Response> answer(Ended ended, Saga saga) {
        return ended.answer() == null
                ? pending(saga)
                : Uni.createFrom().item(ended.answer().first());
    }

    /**
     * 202, unless the end was stored in the same moment: the first answer stored is the answer for
     * ever.
     */
    private Uni<Response> pending(Saga saga) {
        Order order = saga.state().order();
        Answer accepted =
                idempotency.answer(
                        202,
                        OrderView.from(order),
                        Map.of("Location", OrderView.location(order.id())));
        return idempotency
                .store(database.pool(), saga.claim(), accepted)
                .chain(() -> idempotency.stored(database.pool(), saga.claim()))
                .map(stored -> stored == null ? accepted.first() : stored.first());
    }

    private Uni<Response> repeat(Claim claim) {
        return idempotency
                .stored(database.pool(), claim)
                .onItem()
                .ifNull()
                .failWith(Idempotency::inFlight)
                .map(Answer::replayed);
    }
}
