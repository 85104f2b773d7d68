package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.ClientAddress;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
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

/** Another e-mail address, first step. */
@Path("/api/v1/users/me/email")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Profile")
class EmailResource {
    private final CallerIdentity caller;
    private final ChangeEmail changeEmail;

    EmailResource(CallerIdentity caller, ChangeEmail changeEmail) {
        this.caller = caller;
        this.changeEmail = changeEmail;
    }

    @POST
    @RolesAllowed({"customer", "manager", "admin"})
    @ResponseStatus(202)
    @Operation(
            operationId = "changeEmail",
            summary = "Have a token mailed to my new address; needs the password")
    @APIResponse(
            responseCode = "202",
            description = "The old address counts until the new one is confirmed")
    @APIResponse(responseCode = "403", description = "wrong-password")
    @APIResponse(
            responseCode = "429",
            description = "too-many-tries; Retry-After says when to go on")
    public Uni<Void> ask(@NotNull @Valid EmailRequest request, @Context HttpServerRequest http) {
        return changeEmail.ask(Ids.parse(caller.current().id()), request, ClientAddress.of(http));
    }
}
