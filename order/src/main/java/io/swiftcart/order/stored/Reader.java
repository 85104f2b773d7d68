package io.swiftcart.order.stored;

import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf orders are read and taken back: a manager sees all, a customer their own, the
 * bearer of an order token that one.
 *
 * @param customerId empty for nobody: no order has it
 * @param tokenHash SHA-256 of the order token; the token itself is never stored
 */
public record Reader(boolean manager, String customerId, byte @Nullable [] tokenHash) {
    /** The header in which an order token comes. */
    public static final String ORDER_TOKEN = "X-Order-Token";

    /** Which {@code orders o} a reader may see, with the parameters of {@link #tuple}. */
    public static final String MINE = "($1 or o.customer_id = $2 or o.order_token_hash = $3)";

    /**
     * A problem with status 401 when the request carries neither a bearer token nor an order token.
     */
    public static Reader of(Caller caller, @Nullable String orderToken) {
        return with("orders:read", caller, orderToken);
    }

    /** The same for whoever means to change the order. */
    public static Reader changing(Caller caller, @Nullable String orderToken) {
        return with("orders:write", caller, orderToken);
    }

    /** A problem with status 401 or 403 for whoever may change no order at all. */
    public static void requireChanging(Caller caller, @Nullable String orderToken) {
        require("orders:write", caller, orderToken);
    }

    private static Reader with(String scope, Caller caller, @Nullable String orderToken) {
        require(scope, caller, orderToken);
        return new Reader(
                caller.manager(), caller.id(), orderToken == null ? null : hash(orderToken));
    }

    private static void require(String scope, Caller caller, @Nullable String orderToken) {
        if (caller.anonymous() && orderToken == null) {
            throw new Problem(
                    CommonProblem.UNAUTHENTICATED,
                    "Send a bearer token, or the X-Order-Token of the order.");
        }
        boolean allowed = caller.is("customer") || caller.is(scope) || caller.manager();
        if (!caller.anonymous() && !allowed) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "The token does not carry the role or scope for this.");
        }
    }

    /** Whose idempotency keys they are: nobody else's requests meet them. */
    public String keyOwner() {
        return tokenHash == null || !customerId.isEmpty()
                ? customerId
                : "order-token:" + HexFormat.of().formatHex(tokenHash);
    }

    /** For operators, who see every order. */
    public static Reader ofEverything() {
        return new Reader(true, "", null);
    }

    /** The first three parameters of every query. */
    public Tuple tuple() {
        return Tuple.tuple()
                .addBoolean(manager)
                .addString(customerId)
                .addValue(tokenHash == null ? null : Buffer.buffer(tokenHash));
    }

    /** As an order token is stored. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
