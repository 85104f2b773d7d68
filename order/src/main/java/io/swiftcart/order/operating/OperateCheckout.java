package io.swiftcart.order.operating;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.CheckoutRunner;
import io.swiftcart.order.checkout.Checkouts;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Reply.GiveUpAsked;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads checkouts for operators, and changes their course on an operator's word. */
@ApplicationScoped
class OperateCheckout {
    private static final String READ = "select c.* from checkout c where c.order_id = $1";

    private final Database database;
    private final Checkouts checkouts;
    private final Audit audit;
    private final EventBus bus;
    private final Clock clock;

    OperateCheckout(
            Database database, Checkouts checkouts, Audit audit, EventBus bus, Clock clock) {
        this.database = database;
        this.checkouts = checkouts;
        this.audit = audit;
        this.bus = bus;
        this.clock = clock;
    }

    /** The checkout as it stands. */
    Uni<SagaView> read(UUID orderId) {
        return database.pool()
                .preparedQuery(READ)
                .execute(Tuple.of(orderId))
                .map(
                        rows -> {
                            if (rows.size() == 0) {
                                throw notFound();
                            }
                            return SagaView.from(rows.iterator().next(), clock.instant());
                        });
    }

    /** Tries a checkout again at once, as if it had never failed. */
    Uni<SagaView> retry(UUID orderId, Caller operator, String reason) {
        return change(orderId, operator, "saga.retry", reason, Saga::afresh);
    }

    /**
     * Gives a checkout up: takes back whatever may have happened. The order fails once payment and
     * inventory have answered; what is unknown is settled by payment first.
     */
    Uni<SagaView> compensate(UUID orderId, Caller operator, String reason) {
        return change(
                orderId,
                operator,
                "saga.compensate",
                reason,
                saga -> {
                    Checkout next = saga.state().on(new GiveUpAsked()).next();
                    return saga.in(next).afresh();
                });
    }

    private Uni<SagaView> change(
            UUID orderId,
            Caller operator,
            String action,
            String reason,
            UnaryOperator<Saga> course) {
        return database.inTransaction(
                        tx ->
                                take(tx, orderId, course)
                                        .call(
                                                _ ->
                                                        audit.add(
                                                                tx,
                                                                operator.id(),
                                                                action,
                                                                orderId.toString(),
                                                                reason)))
                .invoke(saga -> bus.send(CheckoutRunner.ADDRESS, saga))
                .chain(() -> read(orderId));
    }

    private Uni<Saga> take(SqlConnection tx, UUID orderId, UnaryOperator<Saga> course) {
        return checkouts
                .lock(tx, orderId, Reader.ofEverything())
                .invoke(OperateCheckout::requireOpen)
                .map(course)
                .chain(saga -> checkouts.take(tx, saga));
    }

    private static void requireOpen(Saga saga) {
        if (saga.state().isFinal()) {
            throw new Problem(
                    OrderProblem.CHECKOUT_ENDED,
                    "Nothing is left to do; a confirmed order can be cancelled.");
        }
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such order.");
    }
}
