package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.order.refunding.RefundRepository.Refundable;
import io.swiftcart.order.transition.OrderFact;
import io.swiftcart.order.transition.OrderTransitions;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.swiftcart.platform.money.Money;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes over that money was given back at payment directly. What order itself has asked for is
 * known already, and an order that is being cancelled tells so when everything is back.
 */
@ApplicationScoped
class LearnRefund {
    private static final String CONSUMER = "learn-refund";

    private final Database database;
    private final Inbox inbox;
    private final RefundRepository refunds;
    private final OrderTransitions transitions;
    private final Clock clock;

    LearnRefund(
            Database database,
            Inbox inbox,
            RefundRepository refunds,
            OrderTransitions transitions,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.refunds = refunds;
        this.transitions = transitions;
        this.clock = clock;
    }

    Uni<Void> of(PaymentRefunded fact) {
        return database.inTransaction(
                tx ->
                        inbox.claim(tx, CONSUMER, fact.eventId())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? learn(tx, fact)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> learn(SqlConnection tx, PaymentRefunded fact) {
        return refunds.isOurs(tx, fact.refund().refundId())
                .chain(
                        ours ->
                                ours
                                        ? Uni.createFrom().voidItem()
                                        : refunds.lockOrder(tx, fact.payment().orderId())
                                                .chain(found -> take(tx, found, fact)));
    }

    private Uni<Void> take(SqlConnection tx, @Nullable Refundable found, PaymentRefunded fact) {
        if (found == null || found.open() || !stands(found.order())) {
            return Uni.createFrom().voidItem();
        }
        Order before = found.order();
        Money amount = new Money(fact.refund().amount(), before.refunded().currency());
        Order order =
                before.refunded(
                        before.refunded().plus(amount),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return transitions.write(
                tx,
                order,
                OrderFact.Kind.REFUNDED,
                OrderFact.refunded(
                        order,
                        new OrderFact.Refunded(
                                fact.refund().refundId(), fact.refund().amount(), "refund")),
                "refunded at payment",
                JsonObject.of(
                        "refundId",
                        fact.refund().refundId().toString(),
                        "amount",
                        fact.refund().amount()));
    }

    private static boolean stands(Order order) {
        return order.payment() != null && order.status() != OrderStatus.CANCELLED;
    }
}
