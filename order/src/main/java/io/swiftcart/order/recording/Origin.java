package io.swiftcart.order.recording;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from.
 *
 * @param sessionId the checkout session, which has at most one order that has not failed
 * @param cart the content of the cart, which has at most one such order, too
 * @param orderTokenHash of a guest's order: SHA-256 of the token that opens it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, handed to the database once
public record Origin(
        @Nullable UUID sessionId, @Nullable CartContent cart, byte @Nullable [] orderTokenHash) {
    /** Ordered without a session, by a caller with a token of their own. */
    public static final Origin DIRECT = new Origin(null, null, null);

    /** What lay in a cart at one version of it. */
    public record CartContent(String cartId, long version) {}
}
