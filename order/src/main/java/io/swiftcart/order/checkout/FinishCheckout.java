package io.swiftcart.order.checkout;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.domain.Reply.Shortage;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.order.transition.OrderFact;
import io.swiftcart.order.transition.OrderTransitions;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.idempotency.Answer;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one completion path: saga, order, history, fact and stored answer in one transaction, whoever
 * drove the saga.
 */
@ApplicationScoped
@RegisterForReflection(targets = Shortage.class, registerFullHierarchy = true)
class FinishCheckout {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final CheckoutRepository checkouts;
    private final OrderTransitions transitions;
    private final Idempotency idempotency;
    private final Clock clock;
    private final CheckoutMeters meters;

    FinishCheckout(
            Database database,
            CheckoutRepository checkouts,
            OrderTransitions transitions,
            Idempotency idempotency,
            Clock clock,
            CheckoutMeters meters) {
        this.database = database;
        this.checkouts = checkouts;
        this.transitions = transitions;
        this.idempotency = idempotency;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Ends a checkout that has reached a final state; the answer for whoever asked last, or null
     * when somebody else was first.
     */
    Uni<@Nullable Answer> with(Saga saga) {
        Order order = ended(saga.state());
        Answer answer = answer(saga.state(), order);
        return database.inTransaction(tx -> end(tx, saga, order, answer))
                .invoke(
                        told -> {
                            if (told != null) {
                                meters.ended(order);
                            }
                        });
    }

    private Uni<@Nullable Answer> end(SqlConnection tx, Saga saga, Order order, Answer answer) {
        return checkouts
                .save(tx, saga, null, null)
                .chain(mine -> mine ? write(tx, saga, order, answer) : Uni.createFrom().nullItem());
    }

    private Uni<Answer> write(SqlConnection tx, Saga saga, Order order, Answer answer) {
        OrderFact.Kind kind = kind(saga.state());
        return transitions
                .write(
                        tx,
                        order,
                        kind,
                        OrderFact.of(kind, order),
                        cause(saga),
                        data(order, saga.cancellation()))
                .chain(() -> keep(tx, saga, order, answer))
                .replaceWith(answer);
    }

    /** A refusal for lack of payments means "nothing happened": the same key may be tried again. */
    private Uni<Void> keep(SqlConnection tx, Saga saga, Order order, Answer answer) {
        boolean nothingHappened = answer.status() == OrderProblem.PAYMENT_UNAVAILABLE.status();
        Uni<Void> kept =
                nothingHappened
                        ? idempotency.free(tx, saga.asked())
                        : idempotency.store(tx, saga.asked(), answer);
        // Whoever placed a cancelled order may still be waiting for an answer of their own.
        return saga.cancellation() == null
                ? kept
                : kept.chain(
                        () ->
                                idempotency.store(
                                        tx,
                                        saga.claim(),
                                        refusal(Reason.CANCELLED, order, List.of())));
    }

    private Order ended(Checkout state) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (state) {
            case Confirmed(var order, var payment) -> order.confirmed(payment, now);
            case Rejected(var order, var why, _) -> order.failed(why, now);
            case Cancelled(var order) -> order.cancelled(now);
            case Checkout.ReservingStock _, Checkout.ChargingPayment _, Checkout.Compensating _ ->
                    throw new IllegalStateException("Not final: " + SagaState.name(state));
        };
    }

    private static OrderFact.Kind kind(Checkout state) {
        return switch (state) {
            case Rejected _ -> OrderFact.Kind.FAILED;
            case Cancelled _ -> OrderFact.Kind.CANCELLED;
            default -> OrderFact.Kind.CONFIRMED;
        };
    }

    private static String cause(Saga saga) {
        Cancellation wish = saga.cancellation();
        return switch (saga.state()) {
            case Rejected(_, var why, _) -> why.code();
            case Cancelled _ when wish != null -> "taken back by " + wish.by();
            default -> "payment captured";
        };
    }

    private static JsonObject data(Order order, @Nullable Cancellation wish) {
        JsonObject data = new JsonObject();
        if (order.failureReason() != null) {
            data.put("reason", order.failureReason());
        }
        return wish == null ? data : data.put("wish", wish.reason());
    }

    private Answer answer(Checkout state, Order order) {
        return switch (state) {
            case Rejected(_, var why, var shortages) -> refusal(why, order, shortages);
            case Cancelled _ -> shown(200, order, Map.of());
            default -> shown(201, order, Map.of("Location", OrderView.location(order.id())));
        };
    }

    private Answer shown(int status, Order order, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("ETag", ETags.of(order.version()));
        return idempotency.answer(status, OrderView.from(order), all);
    }

    private Answer refusal(Reason why, Order order, List<Shortage> shortages) {
        Problem problem =
                switch (why) {
                    case INSUFFICIENT_STOCK ->
                            new Problem(
                                            OrderProblem.INSUFFICIENT_STOCK,
                                            "See items for what is available.")
                                    .with("items", shortages);
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
                    case GIVEN_UP, CANCELLED ->
                            new Problem(
                                    OrderProblem.ORDER_CANCELLED,
                                    "The order was taken back; nothing is charged.");
                };
        boolean told = why != Reason.PAYMENT_UNAVAILABLE;
        return idempotency.answer(
                told ? problem.with("orderId", order.id().value()) : problem, OrderView.PATH);
    }
}
