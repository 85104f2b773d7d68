package io.swiftcart.account.recovery;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A new password for who has forgotten it. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Recovery")
class RecoveryResource {
    private final ResetPassword resetPassword;

    RecoveryResource(ResetPassword resetPassword) {
        this.resetPassword = resetPassword;
    }

    @POST
    @Path("forgot-password")
    @ResponseStatus(202)
    @Operation(
            operationId = "forgotPassword",
            summary = "Have a token mailed, if there is such an account")
    @APIResponse(responseCode = "202", description = "Whether the account exists or not")
    public Uni<Void> forgotPassword(@NotNull @Valid ForgotRequest request) {
        return resetPassword.ask(request.email());
    }

    @POST
    @Path("reset-password")
    @ResponseStatus(204)
    @Operation(
            operationId = "resetPassword",
            summary = "Set a new password with the token from the mail; ends all sessions")
    @APIResponse(responseCode = "204", description = "Set")
    @APIResponse(
            responseCode = "400",
            description = "mailed-token-invalid: used, too old, or never ours")
    public Uni<Void> resetPassword(
            @NotNull @Valid ResetRequest request, @Context HttpServerRequest http) {
        return resetPassword.with(request, ClientAddress.of(http));
    }
}
