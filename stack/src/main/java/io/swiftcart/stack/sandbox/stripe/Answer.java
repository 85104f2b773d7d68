package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.sandbox.ledger.Change;
import io.swiftcart.stack.sandbox.ledger.Reply;

/** What a writing request did to the ledger and what it answers. */
public record Answer(Change change, int status, ObjectNode body) {

    /** This answer, kept to be repeated under an idempotency key. */
    public Answer keptUnder(String key, String fingerprint, long at) {
        return new Answer(
                change.answeredBy(new Reply(key, fingerprint, status, body.toString(), at)),
                status,
                body);
    }
}
