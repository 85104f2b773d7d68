package io.swiftcart.account.login;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Sessions of people. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Login")
class LoginResource {
    private final LogIn logIn;

    LoginResource(LogIn logIn) {
        this.logIn = logIn;
    }

    @POST
    @Path("login")
    @Operation(
            operationId = "logIn",
            summary =
                    "Log in; a guest's cart is taken along with POST /carts/{cartId}/merge and the new token")
    @APIResponseSchema(
            value = TokensView.class,
            responseCode = "200",
            responseDescription = "An access token and a refresh token")
    @APIResponse(
            responseCode = "401",
            description = "invalid-credentials, whether the account exists or not")
    @APIResponse(
            responseCode = "429",
            description =
                    "too-many-tries of this account from this address; Retry-After says when to go on")
    public Uni<RestResponse<TokensView>> logIn(
            @NotNull @Valid LoginRequest request, @Context HttpServerRequest http) {
        return logIn.with(request, ClientAddress.of(http)).map(LoginResource::uncached);
    }

    @POST
    @Path("refresh")
    @Operation(
            operationId = "refresh",
            summary =
                    "Exchange the refresh token, which is used once: a second use ends the session")
    @APIResponseSchema(
            value = TokensView.class,
            responseCode = "200",
            responseDescription = "New tokens")
    @APIResponse(responseCode = "401", description = "refresh-token-invalid")
    public Uni<RestResponse<TokensView>> refresh(@NotNull @Valid RefreshRequest request) {
        return logIn.again(request.refreshToken()).map(LoginResource::uncached);
    }

    @POST
    @Path("logout")
    @ResponseStatus(204)
    @Operation(
            operationId = "logOut",
            summary = "End the session of the refresh token; again is harmless")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> logOut(@NotNull @Valid RefreshRequest request) {
        return logIn.out(request.refreshToken());
    }

    private static RestResponse<TokensView> uncached(TokensView tokens) {
        return ResponseBuilder.ok(tokens).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
