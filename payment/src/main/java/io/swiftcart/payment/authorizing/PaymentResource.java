package io.swiftcart.payment.authorizing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.PaymentView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Asks for the payment of an order. Idempotent by order: 202 means ask again with the same request.
 */
@Path(PaymentAnswer.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class PaymentResource {

    private final AuthorizePayment authorizePayment;
    private final CallerIdentity identity;

    PaymentResource(AuthorizePayment authorizePayment, CallerIdentity identity) {
        this.authorizePayment = authorizePayment;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({"manager", "admin", "payments:write"})
    @Operation(operationId = "takePayment", summary = "Take the money of an order")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted; new for each effect",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = PaymentView.class,
            responseCode = "201",
            responseDescription = "Taken, or reserved when capture is false")
    @APIResponse(
            responseCode = "202",
            description = "The provider has not answered yet: repeat the request")
    @APIResponse(
            responseCode = "402",
            description = "payment-declined, with paymentId and failureReason")
    @APIResponse(responseCode = "409", description = "payment-closed, payment-terms-differ")
    @APIResponse(
            responseCode = "422",
            description = "payment-method-invalid, idempotency-key-reused")
    @APIResponse(
            responseCode = "503",
            description = "payment-unavailable: nothing was sent to the provider")
    public Uni<RestResponse<PaymentView>> take(
            @Context HttpHeaders headers, @NotNull @Valid PaymentRequest request) {
        String key = IdempotencyKey.required(headers).value();
        return authorizePayment
                .with(request, Reader.of(identity.current()), key)
                .map(PaymentResource::answer);
    }

    private static RestResponse<PaymentView> answer(Authorized authorized) {
        Payment payment = authorized.payment();
        if (payment.status() != Payment.Status.FAILED) {
            return PaymentAnswer.created(payment, authorized.repeated());
        }
        PaymentProblem problem =
                Payment.METHOD_UNKNOWN.equals(payment.failureReason())
                        ? PaymentProblem.PAYMENT_METHOD_INVALID
                        : PaymentProblem.PAYMENT_DECLINED;
        throw new Problem(problem, "Nothing was charged. Another payment method may work.")
                .with("paymentId", payment.id().toString())
                .with("orderId", payment.orderId().toString())
                .with("failureReason", String.valueOf(payment.failureReason()));
    }
}
