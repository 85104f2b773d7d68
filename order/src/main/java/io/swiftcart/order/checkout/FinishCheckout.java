package io.swiftcart.order.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.idempotency.Answer;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one completion path: saga, order, history, fact and stored answer in one transaction, whoever
 * drove the saga.
 */
@ApplicationScoped
class FinishCheckout {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final CheckoutRepository checkouts;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    FinishCheckout(
            Database database,
            CheckoutRepository checkouts,
            Outbox outbox,
            Idempotency idempotency,
            Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Ends a checkout that has reached a final state; the answer for the client, or null when
     * somebody else was first.
     */
    Uni<@Nullable Answer> with(Saga saga) {
        Order order = ended(saga.state());
        String name = saga.state() instanceof Confirmed ? "confirmed" : "failed";
        Fact fact = OrderFact.of(name, order);
        Answer answer = answer(saga.state(), order);
        return database.inTransaction(tx -> end(tx, saga, order, fact, answer));
    }

    private Uni<@Nullable Answer> end(
            SqlConnection tx, Saga saga, Order order, Fact fact, Answer answer) {
        return checkouts
                .save(tx, saga, null, null)
                .chain(
                        mine ->
                                mine
                                        ? write(tx, saga, order, fact, answer)
                                        : Uni.createFrom().nullItem());
    }

    private Uni<Answer> write(SqlConnection tx, Saga saga, Order order, Fact fact, Answer answer) {
        boolean confirmed = saga.state() instanceof Confirmed;
        return checkouts
                .finish(
                        tx,
                        order,
                        fact,
                        confirmed ? "OrderConfirmed" : "OrderFailed",
                        cause(saga.state()))
                .chain(() -> outbox.add(tx, List.of(fact)))
                .chain(() -> keep(tx, saga.claim(), answer))
                .replaceWith(answer);
    }

    /** A refusal for lack of payments means "nothing happened": the same key may be tried again. */
    private Uni<Void> keep(SqlConnection tx, Claim claim, Answer answer) {
        boolean nothingHappened = answer.status() == OrderProblem.PAYMENT_UNAVAILABLE.status();
        return nothingHappened ? idempotency.free(tx, claim) : idempotency.store(tx, claim, answer);
    }

    private Order ended(Checkout state) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (state) {
            case Confirmed(var order, var payment) -> order.confirmed(payment, now);
            case Rejected(var order, var why, _) -> order.failed(why, now);
            case Checkout.ReservingStock _, Checkout.ChargingPayment _, Checkout.Compensating _ ->
                    throw new IllegalStateException("Not final: " + SagaState.name(state));
        };
    }

    private static String cause(Checkout state) {
        return state instanceof Rejected(_, var why, _) ? why.code() : "payment captured";
    }

    private Answer answer(Checkout state, Order order) {
        return state instanceof Rejected rejected ? refusal(rejected, order) : created(order);
    }

    private Answer created(Order order) {
        return idempotency.answer(
                201,
                OrderView.from(order),
                Map.of(
                        "Location",
                        OrderView.location(order.id()),
                        "ETag",
                        ETags.of(order.version())));
    }

    private Answer refusal(Rejected rejected, Order order) {
        Problem problem =
                switch (rejected.why()) {
                    case INSUFFICIENT_STOCK ->
                            new Problem(
                                            OrderProblem.INSUFFICIENT_STOCK,
                                            "See items for what is available.")
                                    .with("items", rejected.shortages());
                    case PAYMENT_DECLINED ->
                            new Problem(
                                    OrderProblem.PAYMENT_DECLINED,
                                    "The provider declined; nothing was charged.");
                    case PAYMENT_METHOD_INVALID ->
                            new Problem(
                                    OrderProblem.PAYMENT_METHOD_INVALID,
                                    "Use a payment method of the provider.");
                    case PAYMENT_UNAVAILABLE ->
                            new Problem(
                                            OrderProblem.PAYMENT_UNAVAILABLE,
                                            "Nothing was charged; try again.")
                                    .retryAfter(PAUSE);
                    case TIMED_OUT ->
                            new Problem(
                                    OrderProblem.ORDER_TIMED_OUT,
                                    "Nothing was charged; order again.");
                };
        boolean told = rejected.why() != Reason.PAYMENT_UNAVAILABLE;
        return idempotency.answer(
                told ? problem.with("orderId", order.id().value()) : problem, OrderView.PATH);
    }
}
