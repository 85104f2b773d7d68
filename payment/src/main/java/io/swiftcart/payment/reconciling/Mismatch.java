package io.swiftcart.payment.reconciling;

import io.swiftcart.payment.domain.OrderId;

/**
 * An order whose money is told differently here and there.
 *
 * @param ours our side in words; {@code theirs} likewise
 */
record Mismatch(OrderId orderId, Kind kind, String ours, String theirs) {

    /** What differs, the worst first. */
    enum Kind {
        /** The provider has taken the money of one order more than once. */
        CAPTURED_TWICE("captured-twice"),
        /** The provider has a charge that we have no payment for. */
        MISSING_HERE("missing-here"),
        /** We have a payment that the provider has no charge for. */
        MISSING_THERE("missing-there"),
        /** The money is somewhere else: reserved, taken or neither. */
        STATUS("status"),
        /** Another amount or currency was captured or refunded. */
        AMOUNT("amount");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its name in JSON and in the database. */
        String code() {
            return code;
        }
    }
}
