package io.swiftcart.payment.settling;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Change;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payments as they are written: what features read and write them through. Each write is one
 * transaction.
 */
@ApplicationScoped
public class PaymentBook {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Database database;
    private final PaymentRepository payments;
    private final Clock clock;
    private final MeterRegistry meters;

    PaymentBook(Database database, PaymentRepository payments, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.payments = payments;
        // PostgreSQL keeps microseconds; what is answered now and what is read later must be equal.
        this.clock = Clock.tick(clock, MICROSECOND);
        this.meters = meters;
    }

    /** The time to write into a change. */
    public Instant now() {
        return clock.instant();
    }

    /** What is known of the order, whoever asked for its payment. */
    public Uni<OrderPayment> ofOrder(OrderId orderId) {
        return ofOrder(Reader.ofEverything(), orderId);
    }

    /** What is known of the order and the reader may see. */
    public Uni<OrderPayment> ofOrder(Reader reader, OrderId orderId) {
        return payments.byOrder(database.pool(), reader, orderId);
    }

    /** What is known of these orders; nothing for one that is not known. */
    public Uni<List<OrderPayment>> ofOrders(Collection<OrderId> orderIds) {
        return payments.byOrders(database.pool(), orderIds);
    }

    /** The payment, whoever asked for it; it must exist. */
    public Uni<Payment> payment(Payment.Id id) {
        return payment(Reader.ofEverything(), id);
    }

    /** The payment; a problem with status 404 when there is none that the reader may see. */
    public Uni<Payment> payment(Reader reader, Payment.Id id) {
        return payments.byId(database.pool(), reader, id).map(PaymentBook::found);
    }

    /**
     * Up to {@code limit} payments that the reader may see and that began before {@code before},
     * newest first.
     */
    public Uni<List<OrderPayment>> newest(
            Reader reader, Payment.@Nullable Status status, @Nullable UUID before, int limit) {
        return payments.newest(database.pool(), reader, status, before, limit);
    }

    /**
     * Writes the change and its facts; false when another change was first and nothing was written.
     */
    public Uni<Boolean> write(Change change) {
        return payments.write(database.pool(), change)
                .invoke(
                        written -> {
                            if (written) {
                                count(change.attempt());
                            }
                        });
    }

    /** Leaves a tombstone for an order that has no payment; false when it has something already. */
    public Uni<Boolean> close(OrderId orderId, String provider, String reason) {
        return payments.close(database.pool(), orderId, provider, reason, now());
    }

    /**
     * Up to {@code limit} payments with an open attempt that nobody attends to, longest waiting
     * first.
     */
    public Uni<List<OrderPayment>> unattended(int limit) {
        return payments.unattended(database.pool(), now(), limit);
    }

    /** Up to {@code limit} payments that were closed and still hold money. */
    public Uni<List<OrderPayment>> owed(int limit) {
        return payments.owed(database.pool(), now(), limit);
    }

    /** What the provider said, or that it said nothing; its codes are few. */
    private void count(@Nullable Attempt attempt) {
        if (attempt == null) {
            return;
        }
        switch (attempt.status()) {
            case STARTED, ASKED_AGAIN -> {}
            case UNKNOWN, SUCCEEDED, FAILED, NOT_SENT ->
                    meters.counter(
                                    "swiftcart.payment.attempts",
                                    "operation",
                                    attempt.operation().name().toLowerCase(Locale.ROOT),
                                    "outcome",
                                    attempt.status().name().toLowerCase(Locale.ROOT),
                                    "reason",
                                    Objects.requireNonNullElse(attempt.failureReason(), "none"))
                            .increment();
        }
    }

    private static Payment found(OrderPayment found) {
        return switch (found) {
            case Payment payment -> payment;
            case OrderPayment.None _, OrderPayment.Closed _ ->
                    throw new Problem(CommonProblem.NOT_FOUND, "There is no such payment.");
        };
    }
}
