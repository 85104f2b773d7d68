package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Another e-mail address, second step: its owner has the token, and may not be logged in where they
 * read mail.
 */
@Path("/api/v1/auth/confirm-email")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Profile")
class ConfirmationResource {
    private final ChangeEmail changeEmail;

    ConfirmationResource(ChangeEmail changeEmail) {
        this.changeEmail = changeEmail;
    }

    @POST
    @PermitAll
    @ResponseStatus(204)
    @Operation(
            operationId = "confirmEmail",
            summary = "Confirm the new address with the token from the mail")
    @APIResponse(
            responseCode = "204",
            description =
                    "From now on it is the address to log in with; tokens name it from the next on")
    @APIResponse(
            responseCode = "400",
            description = "mailed-token-invalid: used, too old, or never ours")
    @APIResponse(responseCode = "409", description = "email-taken, by somebody who came first")
    public Uni<Void> confirm(@NotNull @Valid ConfirmRequest request) {
        return changeEmail.confirm(request.token());
    }
}
