package io.swiftcart.stack.sandbox;

import io.swiftcart.stack.sandbox.ledger.Ledger;
import io.swiftcart.stack.sandbox.ledger.Reply;
import io.swiftcart.stack.sandbox.stripe.StripeError;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stripe's idempotency keys: the same key and parameters get the same reply for 24 hours, other
 * parameters are refused, and so is a key whose first request is still running. Refused parameters
 * (400) are not kept, declines (402) are.
 */
final class IdempotencyKeys {

    private static final Duration RETENTION = Duration.ofHours(24);
    private static final int LENGTH_MAX = 255;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Ledger ledger;
    private final Clock clock;

    IdempotencyKeys(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The reply to repeat; empty if this request is the first, which must {@link #end} it. */
    Optional<Reply> begin(String key, String fingerprint) {
        if (key.length() > LENGTH_MAX) {
            throw StripeError.parameter(
                    null, "Idempotency-Key", "Idempotency keys have at most 255 characters.");
        }
        if (!running.add(key)) {
            throw StripeError.keyInUse();
        }
        Optional<Reply> earlier = ledger.reply(key, oldestKept());
        if (earlier.isPresent()) {
            running.remove(key);
            if (!earlier.get().fingerprint().equals(fingerprint)) {
                throw StripeError.keyReused();
            }
        }
        return earlier;
    }

    void end(String key) {
        running.remove(key);
    }

    void forgetOld() {
        ledger.forgetRepliesBefore(oldestKept());
    }

    private long oldestKept() {
        return clock.instant().minus(RETENTION).getEpochSecond();
    }
}
