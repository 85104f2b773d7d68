package io.swiftcart.order.model;

/** A way to break the protocol; the model behaves accordingly and the rules must notice. */
enum Planted {
    /** Each charge that payment hears is a new one at the provider. */
    CHARGE_WITHOUT_KEY,
    /** Undoing a payment that was never heard of leaves no mark. */
    NO_TOMBSTONE_ON_VOID,
    /** Releasing a hold that was never heard of leaves no mark. */
    NO_TOMBSTONE_ON_RELEASE,
    /** The end of an order leaves its expired hold as it is. */
    EXPIRED_LEFT_OPEN,
    /** Inventory holds units without looking how many there are. */
    NO_STOCK_GUARD,
    /** Nobody takes up what a dead runner left. */
    NO_SWEEPER,
    /** Payment says captured before it knows. */
    CAPTURED_BEFORE_IT_IS_KNOWN,
    /** Undoing begins before it is stored what has to be undone. */
    UNDO_BEFORE_SAVING,
    /** A provider's silence is booked as its refusal. */
    UNKNOWN_AS_DECLINED,
    /** An undo is answered while the outcome of the charge is unknown. */
    VOID_BEFORE_IT_IS_KNOWN,
    /** A fact that comes again is applied again. */
    COMMIT_WITHOUT_INBOX,
    /** A runner stores its state although somebody else has moved the row. */
    NO_VERSION_CHECK,
    /** Stock is given back as soon as a charge is not answered. */
    RELEASE_WHILE_UNKNOWN,
    /** A fact is acknowledged before its effect is stored. */
    ACKNOWLEDGE_BEFORE_COMMIT,
    /** The end of an order is stored first and told afterwards, by whoever has stored it. */
    NO_OUTBOX
}
