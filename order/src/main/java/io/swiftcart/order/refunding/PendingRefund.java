package io.swiftcart.order.refunding;

import io.swiftcart.order.domain.Refund;
import io.swiftcart.platform.idempotency.Claim;

/**
 * A refund on its way, with what it needs besides itself.
 *
 * @param version of the stored row; whoever saves must still hold it
 */
record PendingRefund(
        Refund refund,
        int version,
        int attempts,
        Claim claim,
        String correlationId,
        String traceparent) {

    PendingRefund as(Refund next) {
        return new PendingRefund(next, version, attempts, claim, correlationId, traceparent);
    }

    PendingRefund saved() {
        return new PendingRefund(refund, version + 1, attempts, claim, correlationId, traceparent);
    }

    PendingRefund triedAgain() {
        return new PendingRefund(refund, version, attempts + 1, claim, correlationId, traceparent);
    }
}
