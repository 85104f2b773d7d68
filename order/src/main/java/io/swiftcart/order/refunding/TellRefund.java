package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.transition.OrderFact;
import io.swiftcart.order.transition.OrderTransitions;
import io.swiftcart.platform.money.Money;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes the next version of an order of which money went back: order, history and fact. */
@ApplicationScoped
class TellRefund {
    private final OrderTransitions transitions;
    private final Clock clock;

    TellRefund(OrderTransitions transitions, Clock clock) {
        this.transitions = transitions;
        this.clock = clock;
    }

    /**
     * @param before the order, locked in this transaction
     * @param cause for the history
     * @param reason for the history; what the fact says is one word for all refunds
     */
    Uni<Void> of(
            SqlConnection tx,
            Order before,
            UUID refundId,
            long amount,
            String cause,
            String reason) {
        Money refunded = before.refunded().plus(new Money(amount, before.refunded().currency()));
        Order order = before.refunded(refunded, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return transitions.write(
                tx,
                order,
                OrderFact.Kind.REFUNDED,
                OrderFact.refunded(order, new OrderFact.Refunded(refundId, amount, "refund")),
                cause,
                JsonObject.of("refundId", refundId.toString(), "amount", amount, "reason", reason));
    }
}
