package io.swiftcart.stack.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one request changes. It is one line of the journal, so all of it survives a crash or none of
 * it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        @Nullable Intent intent,
        @Nullable Refund refund,
        @Nullable Event event,
        @Nullable Reply reply,
        @Nullable String delivered) {

    /** The state after a request, the event about it and nothing yet to replay. */
    public static Change of(Intent intent, @Nullable Refund refund, @Nullable Event event) {
        return new Change(intent, refund, event, null, null);
    }

    /** The event of this id reached its receiver. */
    static Change deliveredEvent(String eventId) {
        return new Change(null, null, null, null, eventId);
    }

    /** This change together with the reply to repeat. */
    public Change answeredBy(Reply given) {
        return new Change(intent, refund, event, given, delivered);
    }
}
