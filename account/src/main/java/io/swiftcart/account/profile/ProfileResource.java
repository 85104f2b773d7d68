package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.ClientAddress;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The caller's own profile. There is no address for anybody else's. */
@Path("/api/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "manager", "admin"})
@Tag(name = "Profile")
class ProfileResource {
    private final CallerIdentity caller;
    private final ReadProfile profiles;
    private final EraseMe eraseMe;

    ProfileResource(CallerIdentity caller, ReadProfile profiles, EraseMe eraseMe) {
        this.caller = caller;
        this.profiles = profiles;
        this.eraseMe = eraseMe;
    }

    @GET
    @Operation(operationId = "readProfile", summary = "Who I am")
    @APIResponseSchema(
            value = ProfileView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "not-found: the account is erased")
    public Uni<RestResponse<ProfileView>> read(
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return profiles.of(me()).map(customer -> current(customer, known));
    }

    @PUT
    @Operation(
            operationId = "changeProfile",
            summary = "Change name and phone; the e-mail address has a way of its own")
    @APIResponseSchema(
            value = ProfileView.class,
            responseCode = "200",
            responseDescription = "ETag is in the headers")
    @APIResponse(
            responseCode = "412",
            description =
                    "precondition-failed: it has changed since the ETag in If-Match, which may be left away")
    public Uni<RestResponse<ProfileView>> change(
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String basis,
            @NotNull @Valid ProfileRequest request) {
        Long version = basis == null ? null : Long.valueOf(ETags.required(basis));
        return profiles.change(me(), version, request)
                .map(customer -> tagged(ResponseBuilder.ok(view(customer)), customer));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            operationId = "eraseMe",
            summary = "Erase me for ever, everywhere; needs the password")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "403", description = "wrong-password")
    @APIResponse(
            responseCode = "429",
            description = "too-many-tries; Retry-After says when to go on")
    public Uni<Void> erase(@NotNull @Valid EraseRequest request, @Context HttpServerRequest http) {
        return eraseMe.with(me(), request, ClientAddress.of(http));
    }

    private UUID me() {
        return Ids.parse(caller.current().id());
    }

    private static RestResponse<ProfileView> current(Customer customer, @Nullable String known) {
        return ETags.matches(known, customer.version())
                ? tagged(ResponseBuilder.notModified(), customer)
                : tagged(ResponseBuilder.ok(view(customer)), customer);
    }

    private static ProfileView view(Customer customer) {
        return ProfileView.from(customer);
    }

    private static RestResponse<ProfileView> tagged(
            ResponseBuilder<ProfileView> answer, Customer customer) {
        return answer.header(HttpHeaders.ETAG, ETags.of(customer.version())).build();
    }
}
