package io.swiftcart.order.checkout;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored checkouts, for whoever has to change the course of one. */
@ApplicationScoped
public class Checkouts {
    private final CheckoutRepository checkouts;
    private final Clock clock;

    Checkouts(CheckoutRepository checkouts, Clock clock) {
        this.checkouts = checkouts;
        this.clock = clock;
    }

    /**
     * The checkout of an order, locked until the transaction ends. A problem with status 404 when
     * this reader may not see it.
     */
    public Uni<Saga> lock(SqlClient tx, UUID orderId, Reader reader) {
        return checkouts
                .lock(tx, orderId, reader)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such order."));
    }

    /**
     * Stores the new course of a checkout that is locked; whoever was running it loses it to the
     * caller, who has it run next.
     */
    public Uni<Saga> take(SqlClient tx, Saga saga) {
        return checkouts
                .save(tx, saga, null, Saga.leaseFrom(clock.instant()))
                .replaceWith(saga.saved());
    }

    /**
     * Takes over the checkout of an order whose payment was asked for and is not known, for the
     * caller to run; null when there is none. Never one that is in its first run: its caller waits
     * for that one to end.
     */
    public Uni<@Nullable Saga> takeWaitingForPayment(SqlClient client, UUID orderId) {
        return checkouts.takeWaitingForPayment(client, orderId, Saga.leaseFrom(clock.instant()));
    }
}
