package io.swiftcart.stack.sandbox;

import io.swiftcart.stack.sandbox.Door.Outcome;
import io.swiftcart.stack.sandbox.ledger.Event;
import io.swiftcart.stack.sandbox.ledger.Ledger;
import io.swiftcart.stack.sandbox.ledger.Reply;
import io.swiftcart.stack.sandbox.stripe.Answer;
import io.swiftcart.stack.sandbox.stripe.Form;
import io.swiftcart.stack.sandbox.stripe.PaymentIntents;
import io.swiftcart.stack.sandbox.stripe.Refunds;
import io.swiftcart.stack.sandbox.stripe.StripeError;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/…}: routes, idempotency keys and the faults around them. A null outcome means that the
 * request was worked off and the connection is to be closed without an answer.
 */
final class StripeEndpoint {

    /** One authenticated request. */
    record Request(
            String method,
            String path,
            @Nullable String query,
            String body,
            @Nullable String idempotencyKey) {

        String subject() {
            return idempotencyKey == null ? method + " " + path : idempotencyKey;
        }
    }

    private final Ledger ledger;
    private final PaymentIntents intents;
    private final Refunds refunds;
    private final Faults faults;
    private final Clock clock;
    private final IdempotencyKeys keys;
    private final @Nullable Webhooks webhooks;

    StripeEndpoint(
            Ledger ledger,
            PaymentIntents intents,
            Refunds refunds,
            Faults faults,
            Clock clock,
            @Nullable Webhooks webhooks) {
        this.ledger = ledger;
        this.intents = intents;
        this.refunds = refunds;
        this.faults = faults;
        this.clock = clock;
        this.keys = new IdempotencyKeys(ledger, clock);
        this.webhooks = webhooks;
        keys.forgetOld();
    }

    @Nullable Outcome answer(Request request) {
        return switch (request.method()) {
            case "GET" -> {
                pause();
                yield Outcome.of(200, read(request));
            }
            case "POST" -> write(request);
            default -> throw StripeError.unrecognizedUrl(request.method(), request.path());
        };
    }

    private String read(Request request) {
        Form query = Form.parse(request.query());
        List<String> path = segments(request);
        return switch (path.size()) {
            case 2 ->
                    switch (path.get(1)) {
                        case "payment_intents" -> intents.list(query).toString();
                        case "refunds" -> refunds.list(query).toString();
                        default -> throw unrecognized(request);
                    };
            case 3 ->
                    switch (path.get(1)) {
                        case "payment_intents" ->
                                path.get(2).equals("search")
                                        ? intents.search(query).toString()
                                        : intents.retrieve(path.get(2)).toString();
                        case "refunds" -> refunds.retrieve(path.get(2)).toString();
                        default -> throw unrecognized(request);
                    };
            default -> throw unrecognized(request);
        };
    }

    private @Nullable Outcome write(Request request) {
        Form form = Form.parse(request.body());
        Supplier<Answer> done = work(request, form);
        Supplier<Answer> work = () -> told(request, done.get());
        String key = request.idempotencyKey();
        if (key == null) {
            return worked(request, work);
        }
        String fingerprint = request.path() + " " + form.fingerprint();
        Optional<Reply> earlier = keys.begin(key, fingerprint);
        if (earlier.isPresent()) {
            pause();
            return spoiled(
                    request, new Outcome(earlier.get().status(), earlier.get().body(), true));
        }
        try {
            long now = clock.instant().getEpochSecond();
            return worked(request, () -> work.get().keptUnder(key, fingerprint, now));
        } finally {
            keys.end(key);
        }
    }

    private Supplier<Answer> work(Request request, Form form) {
        List<String> path = segments(request);
        if (path.equals(List.of("v1", "payment_intents"))) {
            return () -> intents.create(form, faults.strikes("payment.decline", request.subject()));
        }
        if (path.equals(List.of("v1", "refunds"))) {
            return () -> refunds.create(form);
        }
        if (path.size() == 4 && path.get(1).equals("payment_intents")) {
            String id = path.get(2);
            return switch (path.get(3)) {
                case "capture" -> () -> intents.capture(id, form);
                case "cancel" -> () -> intents.cancel(id, form);
                default -> throw unrecognized(request);
            };
        }
        throw unrecognized(request);
    }

    /** What was done, as Stripe tells what is not finished yet where that fault strikes. */
    private Answer told(Request request, Answer done) {
        return done.status() == 200 && faults.strikes("payment.pending", request.subject())
                ? done.stillMoving()
                : done;
    }

    private @Nullable Outcome worked(Request request, Supplier<Answer> work) {
        pause();
        Answer answer = ledger.write(work, Answer::change);
        Event event = answer.change().event();
        if (event != null) {
            tell(event);
        }
        return spoiled(request, Outcome.of(answer.status(), answer.body().toString()));
    }

    private void tell(Event event) {
        if (webhooks == null) {
            ledger.delivered(event.id());
        } else {
            webhooks.tell(event);
        }
    }

    /** The outcome as a network that has its faults lets it through. What was done stays done. */
    private @Nullable Outcome spoiled(Request request, Outcome outcome) {
        if (faults.strikes("payment.lost-reply", request.subject())) {
            return null;
        }
        if (faults.strikes("payment.error-after", request.subject())) {
            return Outcome.of(
                    500,
                    StripeError.apiError("An error occurred after processing.").body().toString());
        }
        return outcome;
    }

    private void pause() {
        try {
            faults.awaitLatency();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw StripeError.apiError("The sandbox is stopping.");
        }
    }

    private static List<String> segments(Request request) {
        List<String> segments = List.of(request.path().substring(1).split("/", -1));
        if (!segments.getFirst().equals("v1")) {
            throw unrecognized(request);
        }
        return segments;
    }

    private static StripeError unrecognized(Request request) {
        return StripeError.unrecognizedUrl(request.method(), request.path());
    }
}
