package io.swiftcart.account.registration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How somebody becomes a customer. */
@Path("/api/v1/auth/register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registration")
class RegistrationResource {
    private final RegisterCustomer registerCustomer;

    RegistrationResource(RegisterCustomer registerCustomer) {
        this.registerCustomer = registerCustomer;
    }

    @POST
    @PermitAll
    @Operation(operationId = "register", summary = "Become a customer; log in afterwards")
    @APIResponseSchema(
            value = RegisteredView.class,
            responseCode = "201",
            responseDescription = "Registered; Location is in the headers")
    @APIResponse(responseCode = "409", description = "email-taken")
    public Uni<RestResponse<RegisteredView>> register(@NotNull @Valid RegisterRequest request) {
        return registerCustomer.with(request).map(RegistrationResource::created);
    }

    private static RestResponse<RegisteredView> created(RegisteredView customer) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, customer)
                .header(HttpHeaders.LOCATION, "/api/v1/users/me")
                .build();
    }
}
