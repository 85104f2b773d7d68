package io.swiftcart.account.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.account.tokens.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A successful answer of the token endpoint (RFC 6749, section 5.1). */
@Schema(name = "TokenAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
record TokenAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("scope") @Nullable String scope) {

    static TokenAnswer of(
            AccessToken token, @Nullable String refreshToken, @Nullable String scope) {
        return new TokenAnswer(
                token.value(), "Bearer", token.life().toSeconds(), refreshToken, scope);
    }

    @Override
    public String toString() {
        return "TokenAnswer[***]";
    }
}
