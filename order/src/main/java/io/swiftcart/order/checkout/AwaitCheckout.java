package io.swiftcart.order.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.CheckoutRunner.Ended;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.idempotency.Answer;
import io.swiftcart.platform.idempotency.Idempotency;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.core.eventbus.Message;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the run of a stored checkout and waits for its end as long as the caller will. The run
 * goes on by itself when the caller's budget is over, and the sweep takes it up when it breaks off:
 * from here on the answer is never an error of ours.
 */
@ApplicationScoped
public class AwaitCheckout {
    private final Database database;
    private final CheckoutRepository checkouts;
    private final Idempotency idempotency;
    private final EventBus bus;
    private final Clock clock;

    AwaitCheckout(
            Database database,
            CheckoutRepository checkouts,
            Idempotency idempotency,
            EventBus bus,
            Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.idempotency = idempotency;
        this.bus = bus;
        this.clock = clock;
    }

    /** The end's answer to whoever asked last, or 202 with the order as it stands. */
    public Uni<Response> with(Saga saga, Waiting waiting) {
        Duration left = waiting.leftAfter(Duration.between(saga.startedAt(), clock.instant()));
        if (left.toMillis() < 1) {
            bus.send(CheckoutRunner.ADDRESS, saga);
            return pending(saga);
        }
        DeliveryOptions budget = new DeliveryOptions().setSendTimeout(left.toMillis());
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
     * ever. A key that the end has given up stays free, or belongs to the order placed with it
     * since, for which nothing is answered here.
     */
    private Uni<Response> pending(Saga saga) {
        Order order = saga.state().order();
        Answer accepted = accepted(order);
        return database.inTransaction(
                        tx ->
                                checkouts
                                        .keepOpen(tx, order.id())
                                        .chain(open -> told(tx, saga, accepted, open)))
                .map(stored -> stored == null ? accepted.first() : stored.first());
    }

    private Uni<@Nullable Answer> told(SqlConnection tx, Saga saga, Answer accepted, boolean open) {
        return open
                ? idempotency.settle(tx, saga.asked(), accepted)
                : idempotency.stored(tx, saga.asked());
    }

    /** The order is on its way; where to ask for it. */
    public Answer accepted(Order order) {
        return idempotency.answer(
                202, OrderView.from(order), Map.of("Location", OrderView.location(order.id())));
    }
}
