package io.swiftcart.account.operating;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.signing.RotateKeys;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signing keys, to admins. */
@Path("/api/v1/admin/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Operations")
class SigningKeysResource {
    private final CallerIdentity caller;
    private final RotateKeys rotateKeys;

    SigningKeysResource(CallerIdentity caller, RotateKeys rotateKeys) {
        this.caller = caller;
        this.rotateKeys = rotateKeys;
    }

    @POST
    @Path("rotate")
    @Operation(
            operationId = "rotateSigningKey",
            summary =
                    "Publish a new key, which signs 15 seconds later; the old one stays published until its last token has expired")
    public Uni<RotatedView> rotate(@NotNull @Valid RotateRequest request) {
        return rotateKeys.now(caller.current().id(), request.reason()).map(RotatedView::new);
    }
}
