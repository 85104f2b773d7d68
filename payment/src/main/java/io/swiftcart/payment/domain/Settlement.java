package io.swiftcart.payment.domain;

import io.swiftcart.payment.domain.Payment.Status;
import io.swiftcart.payment.domain.ProviderReply.Authorized;
import io.swiftcart.payment.domain.ProviderReply.Captured;
import io.swiftcart.payment.domain.ProviderReply.Declined;
import io.swiftcart.payment.domain.ProviderReply.MethodUnknown;
import io.swiftcart.payment.domain.ProviderReply.NotSent;
import io.swiftcart.payment.domain.ProviderReply.Refunded;
import io.swiftcart.payment.domain.ProviderReply.Refused;
import io.swiftcart.payment.domain.ProviderReply.Unanswered;
import io.swiftcart.payment.domain.ProviderReply.Voided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The table of what each reply means for each open step. No default: a new reply or step does not
 * compile until every row answers it.
 */
record Settlement(Payment payment, Attempt open, Instant now) {

    Change of(ProviderReply reply) {
        return switch (reply) {
            case Unanswered(var reason) -> unanswered(reason);
            case NotSent(var reason) -> notSent(reason);
            case Authorized _,
                    Captured _,
                    Declined _,
                    MethodUnknown _,
                    Voided _,
                    Refunded _,
                    Refused _ ->
                    switch (open.operation()) {
                        case AUTHORIZE -> authorize(reply);
                        case CAPTURE -> capture(reply);
                        case VOID -> letGo(reply);
                        case REFUND -> refund(reply);
                    };
        };
    }

    private Change unanswered(String reason) {
        Status status = refunding() ? payment.status() : Status.UNKNOWN;
        return after(open.unanswered(reason), status).change();
    }

    /** Only a first ask proves that nothing happened; the ask before this one may have arrived. */
    private Change notSent(String reason) {
        if (open.status() != Attempt.Status.STARTED) {
            return unanswered(reason);
        }
        Attempt attempt = open.finished(Attempt.Status.NOT_SENT, reason, now);
        return after(attempt, before(open.operation())).change();
    }

    private Change authorize(ProviderReply reply) {
        return switch (reply) {
            case Authorized(var id) -> after(succeeded(), Status.AUTHORIZED).at(id).change();
            case Captured(var id, var amount) ->
                    after(succeeded(), Status.SUCCEEDED)
                            .at(id)
                            .captured(amount)
                            .change(new PaymentFact.Succeeded());
            case Declined(var id, var reason) -> failed(id, reason);
            case MethodUnknown _ -> failed(null, Payment.METHOD_UNKNOWN);
            case Refused(var reason) -> failed(null, reason);
            case Voided _ -> after(succeeded(), Status.VOIDED).change();
            case Refunded _, Unanswered _, NotSent _ ->
                    throw new UnexpectedReply(open.operation(), reply);
        };
    }

    private Change capture(ProviderReply reply) {
        return switch (reply) {
            case Captured(_, var amount) ->
                    after(succeeded(), Status.SUCCEEDED)
                            .captured(amount)
                            .change(new PaymentFact.Succeeded());
            case Voided _ -> after(refused("canceled"), Status.VOIDED).change();
            case Refused(var reason) -> after(refused(reason), Status.AUTHORIZED).change();
            case Authorized _, Declined _, MethodUnknown _, Refunded _, Unanswered _, NotSent _ ->
                    throw new UnexpectedReply(open.operation(), reply);
        };
    }

    private Change letGo(ProviderReply reply) {
        return switch (reply) {
            case Voided _ -> after(succeeded(), Status.VOIDED).change();
            case Captured(_, var amount) ->
                    after(refused("captured"), Status.SUCCEEDED)
                            .captured(amount)
                            .change(new PaymentFact.Succeeded());
            case Refused(var reason) -> after(refused(reason), Status.AUTHORIZED).change();
            case Authorized _, Declined _, MethodUnknown _, Refunded _, Unanswered _, NotSent _ ->
                    throw new UnexpectedReply(open.operation(), reply);
        };
    }

    private Change refund(ProviderReply reply) {
        return switch (reply) {
            case Refunded(var amount) -> {
                Status after =
                        payment.refundable() == amount
                                ? Status.REFUNDED
                                : Status.PARTIALLY_REFUNDED;
                yield after(succeeded(), after)
                        .refunded(payment.refunded() + amount)
                        .change(new PaymentFact.Refunded(open.refundId(), amount));
            }
            case Refused(var reason) -> after(refused(reason), payment.status()).change();
            case Authorized _,
                    Captured _,
                    Declined _,
                    MethodUnknown _,
                    Voided _,
                    Unanswered _,
                    NotSent _ ->
                    throw new UnexpectedReply(open.operation(), reply);
        };
    }

    private Change failed(@Nullable String providerPaymentId, String reason) {
        return after(refused(reason), Status.FAILED)
                .at(providerPaymentId)
                .because(reason)
                .change(new PaymentFact.Failed());
    }

    private Status before(Operation operation) {
        return switch (operation) {
            case AUTHORIZE -> payment.closedReason() == null ? Status.PENDING : Status.VOIDED;
            case CAPTURE, VOID -> Status.AUTHORIZED;
            case REFUND -> payment.status();
        };
    }

    private Attempt succeeded() {
        return open.finished(Attempt.Status.SUCCEEDED, null, now);
    }

    private Attempt refused(String reason) {
        return open.finished(Attempt.Status.FAILED, reason, now);
    }

    private boolean refunding() {
        return open.operation() == Operation.REFUND;
    }

    private Next after(Attempt changed, Status status) {
        return new Next(payment, changed, status, now);
    }
}
