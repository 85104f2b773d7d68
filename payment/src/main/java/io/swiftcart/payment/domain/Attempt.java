package io.swiftcart.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step that the provider was, or may have been, asked for. Written before the call and closed
 * with its outcome.
 *
 * @param amountMinorUnits what is authorised, captured, let go or given back
 * @param request who asked for it under which idempotency key; null for a step that follows from
 *     another
 * @param asks how often the provider was asked, at least 1
 * @param askedAt when the provider was asked last
 */
public record Attempt(
        Id id,
        Operation operation,
        Status status,
        long amountMinorUnits,
        @Nullable Request request,
        int asks,
        Instant startedAt,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String failureReason) {

    /**
     * After this long without an answer the one who asked is taken for dead. Longer than any call
     * may last.
     */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Identifies an attempt. */
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * The caller's request behind an attempt.
     *
     * @param content the request in one canonical text, to tell a repeat from another request under
     *     the same key
     */
    public record Request(String caller, String key, String content) {

        private static final String ORDER = "internal:order-refund";

        /** The order service's wish for a refund, which it knows by an id of its own. */
        public static Request ofOrder(UUID refundId, String content) {
            return new Request(ORDER, refundId.toString(), content);
        }
    }

    /** How far the provider's word has come. */
    public enum Status {
        /** The provider is being asked for the first time. */
        STARTED,
        /** The provider is being asked again, under the same key. */
        ASKED_AGAIN,
        /** The provider did not answer: it may have done it or not. */
        UNKNOWN,
        SUCCEEDED,
        /** The provider said no, for good. */
        FAILED,
        /** The request never left us: nothing can have happened. */
        NOT_SENT;

        /** Whether the outcome is still to come. */
        public boolean open() {
            return switch (this) {
                case STARTED, ASKED_AGAIN, UNKNOWN -> true;
                case SUCCEEDED, FAILED, NOT_SENT -> false;
            };
        }
    }

    static Attempt start(
            Id id, Operation operation, long amount, @Nullable Request request, Instant now) {
        return new Attempt(id, operation, Status.STARTED, amount, request, 1, now, now, null, null);
    }

    /** Whether nobody is waiting for the provider's answer right now. */
    public boolean unattended(Instant now) {
        return switch (status) {
            case UNKNOWN -> true;
            case STARTED, ASKED_AGAIN -> askedAt.plus(PATIENCE).isBefore(now);
            case SUCCEEDED, FAILED, NOT_SENT -> false;
        };
    }

    /** What others know a refund by: the id that the order service gave it, else the attempt's. */
    public UUID refundId() {
        return request != null && request.caller().equals(Request.ORDER)
                ? UUID.fromString(request.key())
                : id.value();
    }

    Attempt askedAgain(Instant now) {
        return new Attempt(
                id,
                operation,
                Status.ASKED_AGAIN,
                amountMinorUnits,
                request,
                asks + 1,
                startedAt,
                now,
                null,
                null);
    }

    Attempt unanswered(String reason) {
        return new Attempt(
                id,
                operation,
                Status.UNKNOWN,
                amountMinorUnits,
                request,
                asks,
                startedAt,
                askedAt,
                null,
                reason);
    }

    Attempt finished(Status outcome, @Nullable String reason, Instant now) {
        return new Attempt(
                id,
                operation,
                outcome,
                amountMinorUnits,
                request,
                asks,
                startedAt,
                askedAt,
                now,
                reason);
    }
}
