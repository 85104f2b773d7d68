package io.swiftcart.stack.sandbox.ledger;

/** The journal on disk cannot be used; the message says which file and why, in one sentence. */
public final class DamagedLedger extends RuntimeException {

    public DamagedLedger(String message) {
        super(message);
    }
}
