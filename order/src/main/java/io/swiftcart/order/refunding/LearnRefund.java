package io.swiftcart.order.refunding;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.refunding.RefundRepository.Refundable;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Takes over that money was given back at payment directly. What order itself has asked for is
 * known already, and an order that is being undone tells so when everything is back. One whose
 * confirmation is not stored yet is waited for, like any fact that cannot be worked off at once.
 */
@ApplicationScoped
class LearnRefund {
    private static final String CONSUMER = "learn-refund";

    private final Database database;
    private final Inbox inbox;
    private final RefundRepository refunds;
    private final TellRefund tellRefund;

    LearnRefund(Database database, Inbox inbox, RefundRepository refunds, TellRefund tellRefund) {
        this.database = database;
        this.inbox = inbox;
        this.refunds = refunds;
        this.tellRefund = tellRefund;
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
        if (found == null || found.undoing() || !stands(found.order())) {
            return Uni.createFrom().voidItem();
        }
        if (found.open()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("the order is not confirmed yet"));
        }
        return tellRefund.of(
                tx,
                found.order(),
                fact.refund().refundId(),
                fact.refund().amount(),
                "refunded at payment",
                "refunded at payment");
    }

    private static boolean stands(Order order) {
        return switch (order.status()) {
            case PENDING, CONFIRMED, FULFILLED, COMPLETED -> true;
            case FAILED, CANCELLED -> false;
        };
    }
}
