package io.swiftcart.stack.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.stack.sandbox.ledger.Change;
import io.swiftcart.stack.sandbox.ledger.Event;
import io.swiftcart.stack.sandbox.ledger.Intent;
import io.swiftcart.stack.sandbox.ledger.Intent.Decline;
import io.swiftcart.stack.sandbox.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /v1/payment_intents}. Writing methods run inside {@link Ledger#write}. */
public final class PaymentIntents {

    private static final String PATH = "/v1/payment_intents";
    private static final long AMOUNT_MAX = 999_999_999_999L;
    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");
    private static final Pattern ORDER_SEARCH =
            Pattern.compile("metadata\\[(?:'orderId'|\"orderId\")\\]:(?:'([^']*)'|\"([^\"]*)\")");
    private static final Set<String> CANCELLATION_REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    private final Ledger ledger;
    private final Clock clock;

    public PaymentIntents(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Creates and confirms; {@code decline} makes a good card fail. */
    public Answer create(Form form, boolean decline) {
        form.refuseOthersThan(
                "amount",
                "currency",
                "capture_method",
                "confirm",
                "description",
                "error_on_requires_action",
                "metadata",
                "off_session",
                "payment_method",
                "payment_method_types");
        long amount = form.positive("amount", AMOUNT_MAX).orElseThrow(() -> missing("amount"));
        String currency = form.required("currency").toLowerCase(Locale.ROOT);
        if (!CURRENCY.matcher(currency).matches()) {
            throw StripeError.parameter(null, "currency", "Invalid currency: " + currency);
        }
        if (!form.flag("confirm")) {
            throw StripeError.parameter(
                    null, "confirm", "The sandbox only takes intents that are confirmed at once.");
        }
        boolean manual = manualCapture(form);
        String token = form.required("payment_method");
        TestCard card =
                TestCard.of(token)
                        .orElseThrow(
                                () -> StripeError.noSuch("PaymentMethod", "payment_method", token));
        Decline refusal =
                card.decline() == null && decline ? TestCard.anyDecline() : card.decline();
        Intent intent =
                new Intent(
                        StripeId.next("pi"),
                        amount,
                        refusal == null && !manual ? amount : 0,
                        0,
                        currency,
                        statusAfter(refusal, manual),
                        manual,
                        token,
                        StripeId.next("ch"),
                        form.metadata(),
                        clock.instant().getEpochSecond(),
                        null,
                        null,
                        refusal);
        return created(intent, refusal);
    }

    public Answer capture(String id, Form form) {
        form.refuseOthersThan("amount_to_capture");
        Intent intent = existing(id);
        if (intent.status() != Intent.Status.REQUIRES_CAPTURE) {
            throw StripeError.unexpectedState(
                    StripeJson.intent(intent),
                    "This PaymentIntent could not be captured because it has a status of "
                            + status(intent)
                            + ".");
        }
        long amount = form.positive("amount_to_capture", intent.amount()).orElse(intent.amount());
        Intent captured = intent.captured(amount);
        return answer(captured, about("payment_intent.succeeded", captured));
    }

    public Answer cancel(String id, Form form) {
        form.refuseOthersThan("cancellation_reason");
        Intent intent = existing(id);
        String reason = form.text("cancellation_reason").orElse(null);
        if (reason != null && !CANCELLATION_REASONS.contains(reason)) {
            throw StripeError.parameter(
                    null, "cancellation_reason", "Invalid cancellation_reason: " + reason);
        }
        return switch (intent.status()) {
            case REQUIRES_CAPTURE, REQUIRES_PAYMENT_METHOD -> {
                Intent canceled = intent.canceled(clock.instant().getEpochSecond(), reason);
                yield answer(canceled, about("payment_intent.canceled", canceled));
            }
            case SUCCEEDED, CANCELED ->
                    throw StripeError.unexpectedState(
                            StripeJson.intent(intent),
                            "You cannot cancel this PaymentIntent because it has a status of "
                                    + status(intent)
                                    + ".");
        };
    }

    public ObjectNode retrieve(String id) {
        return StripeJson.intent(
                ledger.intent(id).orElseThrow(() -> StripeError.notFound("payment_intent", id)));
    }

    public ObjectNode list(Form query) {
        query.refuseOthersThan("limit", "starting_after");
        int limit = limit(query);
        String after = query.text("starting_after").orElse(null);
        try {
            List<Intent> page = ledger.intents(after, limit + 1);
            return page(page, limit, "list", PATH);
        } catch (NoSuchElementException _) {
            throw StripeError.noSuch("payment_intent", "starting_after", String.valueOf(after));
        }
    }

    /** Search by the one expression that is needed: {@code metadata['orderId']:'…'}. */
    public ObjectNode search(Form query) {
        query.refuseOthersThan("query", "limit");
        Matcher expression = ORDER_SEARCH.matcher(query.required("query"));
        if (!expression.matches()) {
            throw StripeError.parameter(
                    null, "query", "The sandbox searches by metadata['orderId'] alone.");
        }
        String orderId = expression.group(1) == null ? expression.group(2) : expression.group(1);
        return page(ledger.intentsOf(orderId), limit(query), "search_result", PATH + "/search");
    }

    static int limit(Form query) {
        return query.positive("limit", 100).orElse(10L).intValue();
    }

    private Answer created(Intent intent, @Nullable Decline refusal) {
        if (refusal != null) {
            ObjectNode body =
                    StripeError.declined(
                            refusal.code(),
                            refusal.declineCode(),
                            refusal.message(),
                            StripeJson.intent(intent));
            return new Answer(
                    Change.of(intent, null, about("payment_intent.payment_failed", intent)),
                    402,
                    body);
        }
        return answer(
                intent,
                about(
                        intent.manualCapture()
                                ? "payment_intent.amount_capturable_updated"
                                : "payment_intent.succeeded",
                        intent));
    }

    private Intent existing(String id) {
        return ledger.find(id).orElseThrow(() -> StripeError.notFound("payment_intent", id));
    }

    private Event about(String type, Intent intent) {
        String id = StripeId.next("evt");
        long now = clock.instant().getEpochSecond();
        return new Event(
                id,
                type,
                intent.id(),
                StripeJson.event(id, type, now, StripeJson.intent(intent)).toString());
    }

    private static Answer answer(Intent intent, Event event) {
        return new Answer(Change.of(intent, null, event), 200, StripeJson.intent(intent));
    }

    private static ObjectNode page(List<Intent> found, int limit, String object, String url) {
        List<ObjectNode> data = found.stream().limit(limit).map(StripeJson::intent).toList();
        return StripeJson.list(object, url, data, found.size() > limit);
    }

    private static boolean manualCapture(Form form) {
        return switch (form.text("capture_method").orElse("automatic")) {
            case "automatic", "automatic_async" -> false;
            case "manual" -> true;
            default ->
                    throw StripeError.parameter(null, "capture_method", "Invalid capture_method");
        };
    }

    private static Intent.Status statusAfter(@Nullable Decline refusal, boolean manual) {
        if (refusal != null) {
            return Intent.Status.REQUIRES_PAYMENT_METHOD;
        }
        return manual ? Intent.Status.REQUIRES_CAPTURE : Intent.Status.SUCCEEDED;
    }

    private static String status(Intent intent) {
        return intent.status().name().toLowerCase(Locale.ROOT);
    }

    private static StripeError missing(String param) {
        return StripeError.parameter(
                "parameter_missing", param, "Missing required param: " + param + ".");
    }
}
