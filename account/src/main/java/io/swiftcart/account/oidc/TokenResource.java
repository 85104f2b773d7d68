package io.swiftcart.account.oidc;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The token endpoint of RFC 6749; refusals are in its words, not problems. */
@Path("/token")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Tag(name = "OpenID Connect")
class TokenResource {
    private final GrantTokens grantTokens;

    TokenResource(GrantTokens grantTokens) {
        this.grantTokens = grantTokens;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "issueToken",
            summary = "A token for a grant: client_credentials, refresh_token, password")
    @APIResponseSchema(
            value = TokenAnswer.class,
            responseCode = "200",
            responseDescription = "The token")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, invalid_grant, invalid_scope, unsupported_grant_type")
    @APIResponse(responseCode = "401", description = "invalid_client")
    @APIResponse(
            responseCode = "429",
            description = "invalid_grant: too many tries; Retry-After says when to go on")
    public Uni<RestResponse<Object>> token(
            MultivaluedMap<String, String> form,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServerRequest http) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                grantTokens.of(
                                        TokenRequest.of(form, authorization),
                                        ClientAddress.of(http)))
                .map(answer -> uncached(ResponseBuilder.<Object>ok(answer)).build())
                .onFailure(OAuthError.class)
                .recoverWithItem(failure -> refusal(failure));
    }

    private static RestResponse<Object> refusal(OAuthError error) {
        ResponseBuilder<Object> answer =
                uncached(
                        ResponseBuilder.<Object>create(error.status(), "")
                                .entity(Map.of("error", error.error())));
        if (error.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"");
        }
        Duration pause = error.retryAfter();
        if (pause != null) {
            answer.header(HttpHeaders.RETRY_AFTER, pause.toSeconds());
        }
        return answer.build();
    }

    private static ResponseBuilder<Object> uncached(ResponseBuilder<Object> answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
    }
}
