package io.swiftcart.order.cancelling;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.AwaitCheckout;
import io.swiftcart.order.checkout.Cancellation;
import io.swiftcart.order.checkout.Checkouts;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.domain.Reply.CancelAsked;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.idempotency.Answer;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order back: registers the wish with its checkout, then waits for the end as long as the
 * caller will. An order is never cancelled while it is not known whether it was paid.
 */
@ApplicationScoped
class CancelOrder {
    private static final String ROUTE = "PUT /api/v1/orders/{orderId}/cancel";
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final Checkouts checkouts;
    private final Idempotency idempotency;
    private final AwaitCheckout awaitCheckout;
    private final Audit audit;
    private final Clock clock;

    /** Who wants which order back, and why. */
    record Intent(
            Reader reader,
            UUID orderId,
            CancelRequest request,
            IdempotencyKey key,
            Waiting waiting) {

        String by() {
            return reader.manager() ? "a manager" : "the customer";
        }
    }

    /** What the key stands for: the same key for another order is another request. */
    @RegisterForReflection(registerFullHierarchy = true)
    private record Meaning(UUID orderId, CancelRequest request) {}

    /** What the transaction came to: a run to wait for, or an answer that is there already. */
    private sealed interface Begun {
        record Running(Saga saga) implements Begun {}

        record Answered(Response answer) implements Begun {}
    }

    CancelOrder(
            Database database,
            Checkouts checkouts,
            Idempotency idempotency,
            AwaitCheckout awaitCheckout,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.idempotency = idempotency;
        this.awaitCheckout = awaitCheckout;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Response> with(Intent intent) {
        Claim claim =
                idempotency.claim(
                        intent.reader().keyOwner(),
                        ROUTE,
                        intent.key(),
                        new Meaning(intent.orderId(), intent.request()));
        return database.inTransaction(tx -> claimAndBegin(tx, claim, intent))
                .chain(
                        begun ->
                                switch (begun) {
                                    case null -> idempotency.replay(claim);
                                    case Begun.Answered(var answer) ->
                                            Uni.createFrom().item(answer);
                                    case Begun.Running(var saga) ->
                                            awaitCheckout.with(saga, intent.waiting());
                                });
    }

    /** Null when the key is taken. */
    private Uni<@Nullable Begun> claimAndBegin(SqlConnection tx, Claim claim, Intent intent) {
        return idempotency
                .take(tx, claim)
                .chain(
                        mine ->
                                mine
                                        ? checkouts
                                                .lock(tx, intent.orderId(), intent.reader())
                                                .chain(saga -> begin(tx, saga, claim, intent))
                                        : Uni.createFrom().nullItem());
    }

    private Uni<Begun> begin(SqlConnection tx, Saga saga, Claim claim, Intent intent) {
        Order order = saga.state().order();
        if (saga.state() instanceof Compensating) {
            // It is being undone already.
            Answer accepted = awaitCheckout.accepted(order);
            return idempotency
                    .store(tx, claim, accepted)
                    .replaceWith(new Begun.Answered(accepted.first()));
        }
        if (order.status() != OrderStatus.PENDING && order.status() != OrderStatus.CONFIRMED) {
            throw new Problem(
                            OrderProblem.ORDER_NOT_CANCELLABLE,
                            "The order is " + order.status() + ".")
                    .with("orderStatus", order.status().name());
        }
        Checkout next = saga.state().on(new CancelAsked()).next();
        if (!(next instanceof Compensating)) {
            throw new Problem(
                            OrderProblem.PAYMENT_UNRESOLVED,
                            "The provider is being asked what became of the payment.")
                    .retryAfter(UNKNOWN_PAUSE);
        }
        Saga cancelled =
                saga.cancelled(
                        next,
                        new Cancellation(claim, intent.by(), intent.request().reason()),
                        clock.instant());
        return checkouts
                .take(tx, cancelled)
                .call(_ -> writeDown(tx, intent))
                .map(Begun.Running::new);
    }

    private Uni<Void> writeDown(SqlConnection tx, Intent intent) {
        return intent.reader().manager()
                ? audit.add(
                        tx,
                        intent.reader().customerId(),
                        "order.cancel",
                        intent.orderId().toString(),
                        intent.request().reason())
                : Uni.createFrom().voidItem();
    }
}
