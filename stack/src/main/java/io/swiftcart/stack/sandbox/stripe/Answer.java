package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.sandbox.ledger.Change;
import io.swiftcart.stack.sandbox.ledger.Reply;

/** What a writing request did to the ledger and what it answers. */
public record Answer(Change change, int status, ObjectNode body) {

    /** The same work, told while it is not finished; who reads it later reads that it is. */
    public Answer stillMoving() {
        boolean refund = body.path("object").asText().equals("refund");
        ObjectNode told = body.deepCopy().put("status", refund ? "pending" : "processing");
        return new Answer(change, status, told);
    }

    /** This answer, kept to be repeated under an idempotency key. */
    public Answer keptUnder(String key, String fingerprint, long at) {
        return new Answer(
                change.answeredBy(new Reply(key, fingerprint, status, body.toString(), at)),
                status,
                body);
    }
}
