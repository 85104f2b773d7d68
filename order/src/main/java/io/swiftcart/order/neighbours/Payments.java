package io.swiftcart.order.neighbours;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.domain.Refund;
import io.swiftcart.order.domain.Reply;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks payment, and reads its answers as replies of the saga. A failure means that the outcome is
 * not known.
 */
@ApplicationScoped
public class Payments {
    /** Name of the breaker that is asked before an order is taken. */
    static final String BREAKER = "payment";

    private final PaymentClient payment;

    Payments(@RestClient PaymentClient payment) {
        this.payment = payment;
    }

    /**
     * Asks for the money. A decline is an answer; only silence, refused connections and 5xx count
     * against the breaker, so that orders are refused before they begin while payment is away.
     */
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50, retryOn = IOException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName(BREAKER)
    @Bulkhead(value = 256, waitingTaskQueue = 1024)
    public Uni<Reply> charge(ChargePayment command) {
        UUID order = command.order().value();
        return payment.charge(
                        order,
                        new PaymentClient.Charge(
                                order,
                                command.total().minorUnits(),
                                command.total().currency().getCurrencyCode(),
                                command.paymentMethod()))
                .map(Payments::charged);
    }

    /** Asks for the money back. An answer that leaves money held is none: the undo stays owed. */
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50, retryOn = IOException.class)
    @Bulkhead(value = 256, waitingTaskQueue = 1024)
    public Uni<Reply> undo(VoidPayment command) {
        return payment.undo(command.order().value(), new PaymentClient.Void("checkout undone"))
                .map(answer -> undone(command, answer));
    }

    /** Asks for part of the money back; the refund as it stands afterwards, pending if unknown. */
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50, retryOn = IOException.class)
    @Bulkhead(value = 256, waitingTaskQueue = 1024)
    public Uni<Refund> refund(Refund refund) {
        return payment.refund(
                        refund.order().value(),
                        new PaymentClient.Refund(
                                refund.id(), refund.amount().minorUnits(), "refund of the order"))
                .map(answer -> refunded(refund, answer));
    }

    /** Whether the failure of a charge means that nothing can have reached the provider. */
    public static boolean wasNotSent(Throwable failure) {
        return failure instanceof NotSent
                || failure instanceof CircuitBreakerOpenException
                || failure instanceof BulkheadException;
    }

    private static Reply charged(Response answer) {
        String body = answer.readEntity(String.class);
        return switch (answer.getStatus()) {
            case 200, 201 -> captured(new JsonObject(body));
            case 202 -> new Reply.PaymentUnknown();
            case 402 -> new Reply.PaymentDeclined(Reason.PAYMENT_DECLINED);
            case 409, 422, 503 -> refused(answer.getStatus(), new JsonObject(body));
            default -> throw new NoAnswer("payment", answer.getStatus());
        };
    }

    /** One status can mean several things, so the code decides; one that is not known is none. */
    private static Reply refused(int status, JsonObject problem) {
        String code = problem.getString("code", "without a code");
        return switch (code) {
            // Voided before: somebody has given the order up already.
            case "payment-closed" -> new Reply.PaymentDeclined(Reason.TIMED_OUT);
            case "payment-method-invalid" ->
                    new Reply.PaymentDeclined(Reason.PAYMENT_METHOD_INVALID);
            case "payment-unavailable" -> throw new NotSent();
            default -> throw new NoAnswer("payment", status, code);
        };
    }

    private static Reply captured(JsonObject body) {
        return switch (body.getString("status", "")) {
            case "SUCCEEDED", "PARTIALLY_REFUNDED" ->
                    new Reply.PaymentCaptured(
                            new Payment(
                                    body.getString("provider"),
                                    body.getString("providerPaymentId")));
            // Somebody ended the payment elsewhere while its answer was not known here.
            case "VOIDED", "REFUNDED", "FAILED" ->
                    new Reply.PaymentDeclined(Reason.PAYMENT_DECLINED);
            default -> new Reply.PaymentUnknown();
        };
    }

    private static Refund refunded(Refund refund, Response answer) {
        String body = answer.readEntity(String.class);
        return switch (answer.getStatus()) {
            case 200, 201 ->
                    switch (new JsonObject(body).getString("status", "")) {
                        case "SUCCEEDED" -> refund.succeeded();
                        case "FAILED" -> refund.failed("provider-refused");
                        default -> refund;
                    };
            case 202 -> refund;
            case 400, 404, 409, 422 ->
                    refusedRefund(refund, answer.getStatus(), new JsonObject(body));
            default -> throw new NoAnswer("payment", answer.getStatus());
        };
    }

    /** What is only in the way for now is asked again; what is refused stays refused. */
    private static Refund refusedRefund(Refund refund, int status, JsonObject problem) {
        String code = problem.getString("code", "without a code");
        if (code.equals("payment-unresolved")) {
            throw new NoAnswer("payment", status, code);
        }
        return refund.failed(code);
    }

    private static Reply undone(VoidPayment command, Response answer) {
        if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
            throw new NoAnswer("payment", answer.getStatus());
        }
        return new Reply.Undone(command);
    }
}
