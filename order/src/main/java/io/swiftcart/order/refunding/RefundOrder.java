package io.swiftcart.order.refunding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.checkout.Saga;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Refund;
import io.swiftcart.order.refunding.RefundRepository.Refundable;
import io.swiftcart.order.refunding.RefundRequest.Item;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Claim;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.money.Money;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back on an order that was paid: registers the refund under its key, then has it run.
 * Never more than was taken, whatever runs at the same time.
 */
@ApplicationScoped
class RefundOrder {
    private static final String ROUTE = "POST /api/v1/orders/{orderId}/refunds";

    private final Database database;
    private final RefundRepository refunds;
    private final RefundRunner runner;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Clock clock;

    /** What the key stands for: the same key for another order is another request. */
    @RegisterForReflection(registerFullHierarchy = true)
    private record Meaning(UUID orderId, RefundRequest request) {}

    RefundOrder(
            Database database,
            RefundRepository refunds,
            RefundRunner runner,
            Idempotency idempotency,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.refunds = refunds;
        this.runner = runner;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Response> with(String callerId, UUID orderId, RefundRequest request, IdempotencyKey key) {
        Claim claim = idempotency.claim(callerId, ROUTE, key, new Meaning(orderId, request));
        return database.inTransaction(
                        tx ->
                                claimAndRegister(tx, claim, orderId, request)
                                        .call(mine -> writeDown(tx, callerId, mine)))
                .chain(
                        registered ->
                                registered == null
                                        ? idempotency.replay(claim)
                                        : runner.runAndAnswer(registered));
    }

    /** Null when the key is taken. */
    private Uni<@Nullable PendingRefund> claimAndRegister(
            SqlConnection tx, Claim claim, UUID orderId, RefundRequest request) {
        return idempotency
                .take(tx, claim)
                .chain(
                        mine ->
                                mine
                                        ? refunds.lockOrder(tx, orderId)
                                                .onItem()
                                                .ifNull()
                                                .failWith(RefundOrder::notFound)
                                                .chain(found -> register(tx, claim, found, request))
                                        : Uni.createFrom().nullItem());
    }

    /** A repeat under the same key does nothing that would have to be written down again. */
    private Uni<Void> writeDown(
            SqlConnection tx, String callerId, @Nullable PendingRefund registered) {
        if (registered == null) {
            return Uni.createFrom().voidItem();
        }
        Refund refund = registered.refund();
        return audit.add(tx, callerId, "order.refund", refund.order().toString(), refund.reason());
    }

    private Uni<PendingRefund> register(
            SqlConnection tx, Claim claim, Refundable found, RefundRequest request) {
        requireRefundable(found);
        List<Refund.Unit> units = units(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Refund refund =
                new Refund(
                        Ids.next(),
                        found.order().id(),
                        amount(found, units, request),
                        request.reason(),
                        Boolean.TRUE.equals(request.restock()) ? units : List.of(),
                        Refund.Status.PENDING,
                        null,
                        now);
        PendingRefund pending =
                new PendingRefund(
                        refund, 1, 0, claim, Correlation.current(), Correlation.traceparent());
        return refunds.add(tx, pending, units, Saga.leaseFrom(now)).replaceWith(pending);
    }

    /** An order whose checkout is open is being paid or undone: its money is not settled. */
    private static void requireRefundable(Refundable found) {
        if (found.order().payment() == null || found.open()) {
            throw new Problem(
                    OrderProblem.NOT_REFUNDABLE,
                    "The order is %s and its payment is %s."
                            .formatted(found.order().status(), found.order().paymentStatus()));
        }
    }

    private static Money amount(Refundable found, List<Refund.Unit> units, RefundRequest request) {
        Order order = found.order();
        Money left = order.totals().total().minus(order.refunded()).minus(found.promised());
        Money items =
                units.stream()
                        .map(unit -> paidFor(found, unit, left))
                        .reduce(Money.zero(left.currency()), Money::plus);
        Money amount = items;
        if (request.amount() != null) {
            amount = new Money(request.amount(), left.currency());
        } else if (request.items() == null) {
            amount = left;
        }
        if (amount.minorUnits() > left.minorUnits() || amount.minorUnits() == 0) {
            throw exceeding(left);
        }
        return amount;
    }

    /** What the customer paid for units that have not been given back yet. */
    private static Money paidFor(Refundable found, Refund.Unit unit, Money left) {
        OrderLine line =
                found.order().lines().stream()
                        .filter(candidate -> candidate.sku().equals(unit.sku()))
                        .findFirst()
                        .orElseThrow(() -> notOrdered(unit));
        int before = found.unitsBack().getOrDefault(unit.sku(), 0);
        if (unit.qty() > line.qty()) {
            throw notOrdered(unit);
        }
        if (unit.qty() > line.qty() - before) {
            throw exceeding(left);
        }
        return line.paidFor(before, unit.qty());
    }

    private static Problem exceeding(Money left) {
        return new Problem(
                        OrderProblem.REFUND_EXCEEDS_CAPTURED,
                        "%d %s can still be given back, and no unit twice."
                                .formatted(left.minorUnits(), left.currency()))
                .with("refundable", left.minorUnits())
                .with("currency", left.currency().getCurrencyCode());
    }

    private static List<Refund.Unit> units(RefundRequest request) {
        return request.items() == null
                ? List.of()
                : request.items().stream()
                        .collect(groupingBy(Item::sku, TreeMap::new, summingInt(Item::qty)))
                        .entrySet()
                        .stream()
                        .map(units -> new Refund.Unit(units.getKey(), units.getValue()))
                        .toList();
    }

    private static Problem notOrdered(Refund.Unit unit) {
        return new Problem(CommonProblem.VALIDATION_FAILED, "The order does not have these units.")
                .pointing("/items", "has not %d of %s".formatted(unit.qty(), unit.sku()));
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such order.");
    }
}
