package io.swiftcart.payment.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.ProviderReply;
import io.swiftcart.payment.domain.ProviderReply.Authorized;
import io.swiftcart.payment.domain.ProviderReply.Captured;
import io.swiftcart.payment.domain.ProviderReply.Declined;
import io.swiftcart.payment.domain.ProviderReply.MethodUnknown;
import io.swiftcart.payment.domain.ProviderReply.NotSent;
import io.swiftcart.payment.domain.ProviderReply.Refunded;
import io.swiftcart.payment.domain.ProviderReply.Refused;
import io.swiftcart.payment.domain.ProviderReply.Unanswered;
import io.swiftcart.payment.domain.ProviderReply.Voided;
import io.swiftcart.payment.provider.StripeMessages.Intent;
import io.swiftcart.payment.provider.StripeMessages.Refund;
import io.swiftcart.payment.provider.StripeMessages.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripeReplyTest {

    @Test
    void each_state_of_an_intent_has_its_meaning_and_a_moving_one_is_no_answer() {
        assertEquals(new Captured("pi_1", 42), StripeReply.of(intent("succeeded")));
        assertEquals(new Authorized("pi_1"), StripeReply.of(intent("requires_capture")));
        assertEquals(new Voided(), StripeReply.of(intent("canceled")));
        assertEquals(
                new Declined("pi_1", "card_declined"),
                StripeReply.of(intent("requires_payment_method")));
        assertEquals(
                new Declined("pi_1", "authentication_required"),
                StripeReply.of(intent("requires_action")));
        assertEquals(new Unanswered("still_processing"), StripeReply.of(intent("processing")));
        assertEquals(
                new Unanswered("still_state_of_tomorrow"),
                StripeReply.of(intent("state_of_tomorrow")));
    }

    @Test
    void what_is_still_moving_is_looked_at_again_and_what_did_not_move_is_sent_again() {
        assertEquals(new Unanswered("still_processing"), StripeReply.ofMoved(intent("processing")));
        assertEquals(
                new Unanswered("requires_capture"),
                StripeReply.ofMoved(intent("requires_capture")));
    }

    @Test
    void a_refund_counts_only_when_it_has_succeeded() {
        assertEquals(new Refunded(7), StripeReply.of(new Refund("re_1", "succeeded", 7, null)));
        assertEquals(new Refused("failed"), StripeReply.of(new Refund("re_1", "failed", 7, null)));
        assertEquals(
                new Unanswered("still_pending"),
                StripeReply.of(new Refund("re_1", "pending", 7, null)));
    }

    @Test
    void a_card_error_names_the_most_telling_code() {
        assertEquals(
                new Declined(null, "insufficient_funds"),
                refused(
                        Operation.AUTHORIZE,
                        402,
                        refusal("card_error", "card_declined", "insufficient_funds", null)));
        assertEquals(
                new Declined(null, "expired_card"),
                refused(
                        Operation.AUTHORIZE,
                        402,
                        refusal("card_error", "expired_card", null, null)));
    }

    @Test
    void an_unknown_method_is_told_from_other_parameters() {
        assertEquals(
                new MethodUnknown(),
                refused(
                        Operation.AUTHORIZE,
                        400,
                        refusal(
                                "invalid_request_error",
                                "resource_missing",
                                null,
                                "payment_method")));
        assertEquals(
                new Refused("amount_too_small"),
                refused(
                        Operation.AUTHORIZE,
                        400,
                        refusal("invalid_request_error", "amount_too_small", null, "amount")));
    }

    @Test
    void a_key_that_is_running_or_was_used_for_something_else_is_no_answer() {
        assertEquals(
                new Unanswered("idempotency_key_in_use"),
                refused(
                        Operation.AUTHORIZE,
                        409,
                        refusal("idempotency_error", "idempotency_key_in_use", null, null)));
        assertEquals(
                new Unanswered("idempotency_error"),
                refused(Operation.AUTHORIZE, 400, refusal("idempotency_error", null, null, null)));
    }

    @Test
    void what_stripe_keeps_under_the_key_is_told_from_silence() {
        assertTrue(StripeReply.isKeptUnderTheKey("still_processing"));
        assertTrue(StripeReply.isKeptUnderTheKey("provider_error"));
        assertFalse(StripeReply.isKeptUnderTheKey("TimeoutException"));
        assertFalse(StripeReply.isKeptUnderTheKey(null));
    }

    @Test
    void a_refusal_that_is_not_in_stripes_words_is_no_answer() {
        Unanswered unreadable = new Unanswered("unreadable_refusal");

        assertEquals(unreadable, refused(Operation.AUTHORIZE, 408, Refusal.UNREADABLE));
        assertEquals(unreadable, refused(Operation.REFUND, 400, Refusal.UNREADABLE));
        assertEquals(
                new Declined(null, "refused"),
                refused(Operation.AUTHORIZE, 402, Refusal.UNREADABLE));
    }

    @Test
    void an_unexpected_state_tells_what_the_intent_has_come_to() {
        Refusal canceled =
                new Refusal(
                        "invalid_request_error",
                        "payment_intent_unexpected_state",
                        null,
                        null,
                        intent("canceled"));
        Refusal succeeded =
                new Refusal(
                        "invalid_request_error",
                        "payment_intent_unexpected_state",
                        null,
                        null,
                        intent("succeeded"));

        assertEquals(new Voided(), refused(Operation.CAPTURE, 400, canceled));
        assertEquals(new Captured("pi_1", 42), refused(Operation.VOID, 400, succeeded));
        assertEquals(
                new Refused("payment_intent_unexpected_state"),
                refused(Operation.REFUND, 400, succeeded));
    }

    @Test
    void silence_is_unanswered_if_anything_may_have_arrived_and_not_sent_otherwise() {
        assertEquals(
                new Unanswered("TimeoutException"),
                StripeReply.silence(true, new TimeoutException()));
        assertEquals(
                new NotSent("TimeoutException"),
                StripeReply.silence(false, new TimeoutException()));
    }

    @Test
    void only_a_connection_that_was_never_made_proves_that_nothing_arrived() {
        assertFalse(
                StripeFailure.Unavailable.because(new IOException(new ConnectException()))
                        .mayHaveArrived());
        assertTrue(
                StripeFailure.Unavailable.because(new IOException("Connection was closed"))
                        .mayHaveArrived());
        assertTrue(StripeFailure.Unavailable.answered(500).mayHaveArrived());
    }

    private static ProviderReply refused(Operation operation, int status, Refusal refusal) {
        return StripeReply.of(operation, new StripeFailure.Refused(status, refusal));
    }

    private static Refusal refusal(
            String type,
            @Nullable String code,
            @Nullable String declineCode,
            @Nullable String param) {
        return new Refusal(type, code, declineCode, param, null);
    }

    private static Intent intent(String status) {
        return new Intent("pi_1", status, 42, 0L, "usd", 0, Map.of(), null);
    }
}
