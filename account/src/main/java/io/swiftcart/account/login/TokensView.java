package io.swiftcart.account.login;

import io.swiftcart.account.tokens.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a login gives; {@code expiresIn} in seconds. */
@Schema(
        name = "Tokens",
        requiredProperties = {"accessToken", "tokenType", "expiresIn", "refreshToken"})
record TokensView(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokensView of(AccessToken token, String refreshToken) {
        return new TokensView(token.value(), "Bearer", token.life().toSeconds(), refreshToken);
    }

    @Override
    public String toString() {
        return "***";
    }
}
