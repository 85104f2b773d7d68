package io.swiftcart.order.neighbours;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks the cart service. A cart that cannot be read is 503: nothing is sold from memory. */
@ApplicationScoped
public class Carts {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CartClient carts;

    Carts(@RestClient CartClient carts) {
        this.carts = carts;
    }

    /** The cart as it is now; null when there is none. */
    public Uni<@Nullable Cart> read(String cartId) {
        return askFor(cartId).onFailure().transform(Carts::away);
    }

    /** The same, and it does not expire until then; null when there is none or nothing in it. */
    public Uni<@Nullable Cart> hold(String cartId, UUID sessionId, Instant until) {
        return askToHold(cartId, new CartClient.Hold(sessionId, until))
                .onFailure()
                .transform(Carts::away);
    }

    /**
     * Removes a cart unless it was changed after this version. A failure means to ask again; a cart
     * that was changed stays, and need not be asked for again.
     */
    @Timeout(value = 1_500, unit = ChronoUnit.MILLIS)
    @Bulkhead(value = 64, waitingTaskQueue = 1024)
    public Uni<Void> remove(String cartId, long version) {
        return carts.remove(cartId, version).invoke(Carts::removed).replaceWithVoid();
    }

    @Timeout(value = 2_500, unit = ChronoUnit.MILLIS)
    @Retry(
            maxRetries = 1,
            delay = 50,
            jitter = 30,
            retryOn = {IOException.class, NoAnswer.class})
    @CircuitBreaker(
            requestVolumeThreshold = 50,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS)
    @Bulkhead(value = 128, waitingTaskQueue = 1024)
    Uni<@Nullable Cart> askFor(String cartId) {
        return carts.read(cartId).map(answer -> cart(cartId, answer));
    }

    @Timeout(value = 2_500, unit = ChronoUnit.MILLIS)
    @Retry(
            maxRetries = 1,
            delay = 50,
            jitter = 30,
            retryOn = {IOException.class, NoAnswer.class})
    @CircuitBreaker(
            requestVolumeThreshold = 50,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS)
    @Bulkhead(value = 128, waitingTaskQueue = 1024)
    Uni<@Nullable Cart> askToHold(String cartId, CartClient.Hold command) {
        return carts.hold(cartId, command).map(answer -> cart(cartId, answer));
    }

    private static @Nullable Cart cart(String cartId, Response answer) {
        return switch (answer.getStatus()) {
            case 200 -> Cart.from(cartId, new JsonObject(answer.readEntity(String.class)));
            // Not one that can exist, not there, or nothing in it.
            case 400, 404, 409 -> null;
            default -> throw new NoAnswer("cart", answer.getStatus());
        };
    }

    private static void removed(Response answer) {
        int status = answer.getStatus();
        boolean done = status == 204 || status == 404 || status == 409;
        if (!done) {
            throw new NoAnswer("cart", status);
        }
    }

    private static Throwable away(Throwable failure) {
        return new Problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "Carts cannot be read at the moment; try again.")
                .retryAfter(PAUSE);
    }
}
