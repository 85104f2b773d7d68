package io.swiftcart.order.placing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.pricing.Products;
import io.swiftcart.order.recording.Contact;
import io.swiftcart.order.recording.ContactKey;
import io.swiftcart.order.recording.Origin;
import io.swiftcart.order.recording.RecordOrder;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
    private final Products products;
    private final Idempotency idempotency;
    private final RecordOrder recordOrder;
    private final AwaitCheckout awaitCheckout;
    private final Clock clock;

    /** What the resource has read: who orders what, under which key, and how long they wait. */
    record Intent(
            String customerId,
            PlaceOrderRequest request,
            Contact contact,
            IdempotencyKey key,
            Waiting waiting) {}

    /** What is to be written. */
    private record Ready(Order order, ContactKey contactKey) {}

    PlaceOrder(
            Database database,
            Products products,
            Idempotency idempotency,
            RecordOrder recordOrder,
            AwaitCheckout awaitCheckout,
            Clock clock) {
        this.database = database;
        this.products = products;
        this.idempotency = idempotency;
        this.recordOrder = recordOrder;
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
        recordOrder.requirePayments();
        Uni<Quote> quote =
                products.sold(Quote.skus(intent.request()))
                        .map(sold -> Quote.of(intent.request(), sold));
        return Uni.combine()
                .all()
                .unis(
                        quote,
                        recordOrder.nextNumber(now),
                        recordOrder.contactKey(intent.customerId()))
                .with(
                        (lines, number, contactKey) ->
                                new Ready(order(intent, lines, number, now), contactKey))
                .ifNoItem()
                .after(READING)
                .fail()
                .chain(ready -> write(ready, intent, claim));
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

    private Uni<Response> write(Ready ready, Intent intent, Claim claim) {
        Saga saga = RecordOrder.begun(ready.order(), claim);
        return database.inTransaction(
                        tx ->
                                recordOrder.in(
                                        tx,
                                        saga,
                                        intent.contact(),
                                        ready.contactKey(),
                                        Origin.DIRECT))
                .chain(
                        mine ->
                                mine
                                        ? awaitCheckout.with(saga, intent.waiting())
                                        : idempotency.replay(claim));
    }
}
