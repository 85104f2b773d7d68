package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.sandbox.ledger.Change;
import io.swiftcart.stack.sandbox.ledger.Event;
import io.swiftcart.stack.sandbox.ledger.Intent;
import io.swiftcart.stack.sandbox.ledger.Ledger;
import io.swiftcart.stack.sandbox.ledger.Refund;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** {@code /v1/refunds}. Writing methods run inside {@link Ledger#write}. */
public final class Refunds {

    private static final String PATH = "/v1/refunds";
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final Ledger ledger;
    private final Clock clock;

    public Refunds(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Answer create(Form form) {
        form.refuseOthersThan("payment_intent", "amount", "reason", "metadata");
        String intentId = form.required("payment_intent");
        Intent intent =
                ledger.find(intentId)
                        .orElseThrow(
                                () ->
                                        StripeError.noSuch(
                                                "payment_intent", "payment_intent", intentId));
        String reason = form.text("reason").orElse(null);
        if (reason != null && !REASONS.contains(reason)) {
            throw StripeError.parameter(null, "reason", "Invalid reason: " + reason);
        }
        long amount = refundable(intent, form);
        long now = clock.instant().getEpochSecond();
        Refund refund =
                new Refund(
                        StripeId.next("re"),
                        intentId,
                        intent.chargeId(),
                        amount,
                        intent.currency(),
                        reason,
                        form.metadata(),
                        now);
        Intent refunded = intent.refundedBy(amount);
        String eventId = StripeId.next("evt");
        String body =
                StripeJson.event(eventId, "charge.refunded", now, StripeJson.charge(refunded))
                        .toString();
        Event event = new Event(eventId, "charge.refunded", intentId, body);
        return new Answer(Change.of(refunded, refund, event), 200, StripeJson.refund(refund));
    }

    public ObjectNode retrieve(String id) {
        return StripeJson.refund(
                ledger.refund(id).orElseThrow(() -> StripeError.notFound("refund", id)));
    }

    public ObjectNode list(Form query) {
        query.refuseOthersThan("payment_intent", "limit", "starting_after");
        int limit = PaymentIntents.limit(query);
        String intentId = query.text("payment_intent").orElse(null);
        List<Refund> found =
                ledger.refunds(refund -> intentId == null || refund.intentId().equals(intentId));
        String after = query.text("starting_after").orElse(null);
        if (after != null) {
            Refund last =
                    ledger.refund(after)
                            .orElseThrow(
                                    () -> StripeError.noSuch("refund", "starting_after", after));
            found = found.subList(found.indexOf(last) + 1, found.size());
        }
        List<ObjectNode> data = found.stream().limit(limit).map(StripeJson::refund).toList();
        return StripeJson.list("list", PATH, data, found.size() > limit);
    }

    private static long refundable(Intent intent, Form form) {
        if (intent.received() == 0) {
            throw StripeError.parameter(
                    null,
                    "payment_intent",
                    "This PaymentIntent does not have a successful charge to refund.");
        }
        long left = intent.received() - intent.refunded();
        if (left == 0) {
            throw StripeError.parameter(
                    "charge_already_refunded",
                    "payment_intent",
                    "The charge has already been refunded.");
        }
        long amount = form.positive("amount", Long.MAX_VALUE).orElse(left);
        if (amount > left) {
            throw StripeError.parameter(
                    null,
                    "amount",
                    "Refund amount ("
                            + amount
                            + ") is greater than unrefunded amount on charge ("
                            + left
                            + ").");
        }
        return amount;
    }
}
