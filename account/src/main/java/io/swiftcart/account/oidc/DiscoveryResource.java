package io.swiftcart.account.oidc;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.signing.RotateKeys;
import io.swiftcart.account.signing.SigningKeys;
import io.swiftcart.account.tokens.IssueTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a verifier needs to know: where the keys are, and the keys. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "OpenID Connect")
class DiscoveryResource {
    private final SigningKeys keys;
    private final RotateKeys rotateKeys;
    private final Map<String, Object> discovery;

    DiscoveryResource(
            SigningKeys keys,
            RotateKeys rotateKeys,
            IssueTokens issueTokens,
            @ConfigProperty(name = "swiftcart.account.password-grant") boolean passwordGrant) {
        this.keys = keys;
        this.rotateKeys = rotateKeys;
        this.discovery = discovery(issueTokens.usual().issuer(), passwordGrant);
    }

    @GET
    @Path(".well-known/openid-configuration")
    @Operation(operationId = "discover", summary = "The OpenID provider's metadata")
    public Map<String, Object> discovery() {
        return discovery;
    }

    @GET
    @Path("jwks")
    @Operation(
            operationId = "listKeys",
            summary =
                    "The JSON Web Key Set: the newest key, which may not sign yet, and those before it")
    public Uni<Map<String, Object>> jwks() {
        return keys.published(rotateKeys.stillPublished())
                .map(all -> Map.of("keys", all.stream().map(key -> key.getMap()).toList()));
    }

    private static Map<String, Object> discovery(String issuer, boolean passwordGrant) {
        List<String> grants =
                passwordGrant
                        ? List.of("client_credentials", "refresh_token", "password")
                        : List.of("client_credentials", "refresh_token");
        return new TreeMap<>(
                Map.of(
                        "issuer",
                        issuer,
                        "jwks_uri",
                        issuer + "/jwks",
                        "token_endpoint",
                        issuer + "/token",
                        "grant_types_supported",
                        grants,
                        "response_types_supported",
                        List.of("token"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"),
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post")));
    }
}
