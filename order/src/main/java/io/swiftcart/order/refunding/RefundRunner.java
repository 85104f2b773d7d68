package io.swiftcart.order.refunding;

import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Pauses;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.domain.Refund;
import io.swiftcart.order.neighbours.Payments;
import io.swiftcart.order.neighbours.Stock;
import io.swiftcart.platform.correlation.SpanForm;
import io.swiftcart.platform.correlation.Spans;
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
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drives a registered refund: asks payment until it knows, writes the order's next version, and
 * then puts the units back that were asked for. Every step is keyed by the refund's id, so doing it
 * again is harmless.
 */
@ApplicationScoped
class RefundRunner {
    /** Local address: takes a {@link PendingRefund}, answers an {@link Ended}. */
    static final String ADDRESS = "swiftcart.order.refund";

    private static final Logger LOG = Logger.getLogger(RefundRunner.class);
    private static final SpanForm RUN = SpanForm.step("drive refund");
    private static final DeliveryOptions BUDGET =
            new DeliveryOptions().setSendTimeout(Duration.ofSeconds(4).toMillis());

    private final Database database;
    private final RefundRepository refunds;
    private final TellRefund tellRefund;
    private final Idempotency idempotency;
    private final Payments payments;
    private final Stock stock;
    private final Pauses pauses;
    private final EventBus bus;
    private final Clock clock;
    private final Spans spans;

    /** How a run ended: with the answer for the client, or without one. */
    record Ended(@Nullable Answer answer) {}

    RefundRunner(
            Database database,
            RefundRepository refunds,
            TellRefund tellRefund,
            Idempotency idempotency,
            Payments payments,
            Stock stock,
            Pauses pauses,
            EventBus bus,
            Clock clock,
            Spans spans) {
        this.database = database;
        this.refunds = refunds;
        this.tellRefund = tellRefund;
        this.idempotency = idempotency;
        this.payments = payments;
        this.stock = stock;
        this.pauses = pauses;
        this.bus = bus;
        this.clock = clock;
        this.spans = spans;
    }

    /**
     * 201 with the refund: done, or pending when payment takes longer than a caller should wait.
     */
    Uni<Response> runAndAnswer(PendingRefund pending) {
        return bus.<Ended>request(ADDRESS, pending, BUDGET)
                .map(Message::body)
                .onFailure(ReplyException.class)
                .recoverWithItem(() -> new Ended(null))
                .chain(ended -> answer(pending, ended));
    }

    private Uni<Response> answer(PendingRefund pending, Ended ended) {
        Answer made = ended.answer() != null ? ended.answer() : created(pending.refund());
        return idempotency
                .settle(database.pool(), pending.claim(), made)
                .map(stored -> stored == null ? made.first() : stored.first());
    }

    @ConsumeEvent(ADDRESS)
    Uni<Ended> run(PendingRefund pending) {
        return spans.in(RUN, pending.correlationId(), pending.traceparent(), () -> drive(pending));
    }

    private Uni<Ended> drive(PendingRefund pending) {
        Uni<Ended> run =
                switch (pending.refund().status()) {
                    case PENDING -> payments.refund(pending.refund()).chain(r -> heard(pending, r));
                    case SUCCEEDED -> putBack(pending);
                    case FAILED -> Uni.createFrom().item(new Ended(null));
                };
        return run.onFailure().recoverWithUni(failure -> postpone(pending, failure.toString()));
    }

    private Uni<Ended> heard(PendingRefund pending, Refund refund) {
        return switch (refund.status()) {
            case PENDING -> postpone(pending, "payment does not know yet");
            case SUCCEEDED -> succeed(pending.as(refund));
            case FAILED -> fail(pending.as(refund));
        };
    }

    private Uni<Ended> succeed(PendingRefund pending) {
        Answer answer = created(pending.refund());
        return database.inTransaction(tx -> write(tx, pending, answer))
                .call(mine -> mine ? putBack(pending.saved()) : Uni.createFrom().voidItem())
                .replaceWith(new Ended(answer));
    }

    /** Order, history, fact, refund and answer in one transaction; false when another was first. */
    private Uni<Boolean> write(SqlConnection tx, PendingRefund pending, Answer answer) {
        Refund refund = pending.refund();
        boolean restocks = !refund.restock().isEmpty();
        return refunds.lockOrder(tx, refund.order().value())
                .map(found -> Objects.requireNonNull(found).order())
                .chain(
                        order ->
                                refunds.save(
                                                tx,
                                                pending,
                                                null,
                                                restocks ? Saga.leaseFrom(clock.instant()) : null)
                                        .call(
                                                mine ->
                                                        mine && !givenBackAltogether(order)
                                                                ? tell(tx, order, refund)
                                                                : Uni.createFrom().voidItem()))
                .call(_ -> idempotency.store(tx, pending.claim(), answer));
    }

    /** An order that was cancelled meanwhile has told that everything went back, this included. */
    private static boolean givenBackAltogether(Order order) {
        return order.status() == OrderStatus.CANCELLED;
    }

    private Uni<Void> tell(SqlConnection tx, Order order, Refund refund) {
        return tellRefund.of(
                tx,
                order,
                refund.id(),
                refund.amount().minorUnits(),
                "refunded by a manager",
                refund.reason());
    }

    private Uni<Ended> fail(PendingRefund pending) {
        LOG.warnf(
                "Refund %s of order %s was refused: %s",
                pending.refund().id(), pending.refund().order(), pending.refund().failureReason());
        Answer answer = created(pending.refund());
        return database.inTransaction(
                        tx ->
                                refunds.save(tx, pending, null, null)
                                        .call(() -> idempotency.store(tx, pending.claim(), answer)))
                .replaceWith(new Ended(answer));
    }

    /** Owed until inventory has answered; the money is back already. */
    private Uni<Ended> putBack(PendingRefund pending) {
        if (pending.refund().restock().isEmpty()) {
            return Uni.createFrom().item(new Ended(null));
        }
        return stock.restock(pending.refund())
                .chain(() -> refunds.save(database.pool(), pending, null, null))
                .replaceWith(new Ended(null))
                .onFailure()
                .recoverWithUni(failure -> postpone(pending, failure.toString()));
    }

    private Uni<Ended> postpone(PendingRefund pending, String why) {
        LOG.infof(
                "Refund %s of order %s waits: %s",
                pending.refund().id(), pending.refund().order(), why);
        PendingRefund later = pending.triedAgain();
        Instant next = clock.instant().plus(pauses.after(later.attempts()));
        return refunds.save(database.pool(), later, why, next).replaceWith(new Ended(null));
    }

    private Answer created(Refund refund) {
        return idempotency.answer(201, RefundView.from(refund), Map.of());
    }
}
