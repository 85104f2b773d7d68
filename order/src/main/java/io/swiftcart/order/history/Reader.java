package io.swiftcart.order.history;

import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf orders are read: a manager sees all, a customer their own, the bearer of an order
 * token that one.
 *
 * @param customerId empty for nobody: no order has it
 * @param tokenHash SHA-256 of the order token; the token itself is never stored
 */
record Reader(boolean manager, String customerId, byte @Nullable [] tokenHash) {

    /**
     * A problem with status 401 when the request carries neither a bearer token nor an order token.
     */
    static Reader of(Caller caller, @Nullable String orderToken) {
        if (caller.anonymous() && orderToken == null) {
            throw new Problem(
                    CommonProblem.UNAUTHENTICATED,
                    "Send a bearer token, or the X-Order-Token of the order.");
        }
        boolean allowed = caller.is("customer") || caller.is("orders:read") || caller.manager();
        if (!caller.anonymous() && !allowed) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "The token does not carry the role or scope for this.");
        }
        return new Reader(
                caller.manager(), caller.id(), orderToken == null ? null : hash(orderToken));
    }

    /** The first three parameters of every query. */
    Tuple tuple() {
        return Tuple.tuple()
                .addBoolean(manager)
                .addString(customerId)
                .addValue(tokenHash == null ? null : Buffer.buffer(tokenHash));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
