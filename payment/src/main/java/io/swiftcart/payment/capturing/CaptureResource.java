package io.swiftcart.payment.capturing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.PaymentView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.json.NoMembers;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Captures an authorised payment. */
@Path(PaymentAnswer.PATH + "/{id}/capture")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class CaptureResource {

    private final CapturePayment capturePayment;
    private final CallerIdentity identity;

    CaptureResource(CapturePayment capturePayment, CallerIdentity identity) {
        this.capturePayment = capturePayment;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({"manager", "admin", "payments:write"})
    @Operation(
            operationId = "capturePayment",
            summary = "Take the money that an authorised payment holds")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 255 visible characters, bare or quoted; new for each effect",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = PaymentView.class,
            responseCode = "200",
            responseDescription = "Taken")
    @APIResponse(
            responseCode = "202",
            description = "The provider has not answered yet: repeat the request")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "payment-not-capturable, payment-unresolved, provider-refused with"
                            + " failureReason")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(
            responseCode = "503",
            description = "payment-unavailable: nothing was sent to the provider")
    public Uni<RestResponse<PaymentView>> capture(
            @RestPath String id,
            @Context HttpHeaders headers,
            @RequestBody(required = false) @Nullable NoMembers body) {
        String key = IdempotencyKey.required(headers).value();
        Payment.Id paymentId = new Payment.Id(Ids.parse(id));
        Caller caller = identity.current();
        Attempt.Request request = new Attempt.Request(caller.id(), key, paymentId.toString());
        return capturePayment.with(paymentId, Reader.of(caller), request).map(PaymentAnswer::step);
    }
}
