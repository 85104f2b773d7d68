package io.swiftcart.payment.settling;

import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.TakeStep.Taken;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How payments and their outcomes are answered over HTTP. */
public final class PaymentAnswer {

    /** Base path of the payment routes. */
    public static final String PATH = "/api/v1/payments";

    /** When it makes sense to ask again about an open outcome, or while the provider is away. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String REPLAYED = "Idempotent-Replayed";

    private PaymentAnswer() {}

    /** 200 with the payment and its ETag. */
    public static RestResponse<PaymentView> ok(Payment payment) {
        return of(RestResponse.Status.OK, payment, false);
    }

    /**
     * 201, or 202 while the outcome is open; {@code replayed} for an outcome that an earlier
     * request brought.
     */
    public static RestResponse<PaymentView> created(Payment payment, boolean replayed) {
        boolean open = payment.openAttempt().isPresent() && payment.captured() == 0;
        return open ? accepted(payment) : of(RestResponse.Status.CREATED, payment, replayed);
    }

    /**
     * What a step after the first came to: 200, 202 while it is open, or the problem that it met.
     */
    public static RestResponse<PaymentView> step(Taken taken) {
        Payment payment = taken.payment();
        Optional<Attempt> step = taken.attempt();
        if (step.isEmpty()) {
            return of(RestResponse.Status.OK, payment, taken.repeated());
        }
        return switch (step.get().status()) {
            case STARTED, ASKED_AGAIN, UNKNOWN -> accepted(payment);
            case SUCCEEDED -> of(RestResponse.Status.OK, payment, taken.repeated());
            case NOT_SENT -> throw unavailable();
            case FAILED ->
                    throw new Problem(PaymentProblem.PROVIDER_REFUSED, "Nothing has changed.")
                            .with("failureReason", String.valueOf(step.get().failureReason()));
        };
    }

    /** 202: the outcome is open, ask again. */
    public static RestResponse<PaymentView> accepted(Payment payment) {
        return builder(RestResponse.Status.ACCEPTED, payment)
                .header(HttpHeaders.RETRY_AFTER, PAUSE.toSeconds())
                .build();
    }

    /** 202 with something else than the payment: its outcome is open, ask again. */
    public static <T> RestResponse<T> accepted(T body) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, body)
                .header(HttpHeaders.RETRY_AFTER, PAUSE.toSeconds())
                .build();
    }

    /** 503: nothing was sent, so nothing has happened. */
    public static Problem unavailable() {
        return new Problem(
                        PaymentProblem.PAYMENT_UNAVAILABLE,
                        "Nothing was charged. Try again in a moment.")
                .retryAfter(PAUSE);
    }

    /** 409: a step without an outcome stands in the way of another. */
    public static Problem unresolved() {
        return new Problem(
                        PaymentProblem.PAYMENT_UNRESOLVED,
                        "Ask again when the provider has answered.")
                .retryAfter(PAUSE);
    }

    private static RestResponse<PaymentView> of(
            RestResponse.Status status, Payment payment, boolean replayed) {
        ResponseBuilder<PaymentView> answer = builder(status, payment);
        return replayed ? answer.header(REPLAYED, true).build() : answer.build();
    }

    private static ResponseBuilder<PaymentView> builder(
            RestResponse.Status status, Payment payment) {
        // As text: a URI would be made absolute with this service's own address, which no caller
        // can reach.
        return ResponseBuilder.create(status, PaymentView.of(payment))
                .header(HttpHeaders.LOCATION, PATH + "/" + payment.id())
                .header(HttpHeaders.ETAG, ETags.of(payment.version()));
    }
}
