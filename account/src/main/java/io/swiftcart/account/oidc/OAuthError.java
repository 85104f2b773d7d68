package io.swiftcart.account.oidc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A refusal of the token endpoint in the words of RFC 6749, section 5.2. */
final class OAuthError extends RuntimeException {
    private final String error;
    private final int status;
    private final @Nullable Duration retryAfter;

    private OAuthError(String error, int status, @Nullable Duration retryAfter) {
        super(error, null, false, false);
        this.error = error;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static OAuthError invalidRequest() {
        return new OAuthError("invalid_request", 400, null);
    }

    /** The client is unknown or its secret is wrong. */
    static OAuthError invalidClient() {
        return new OAuthError("invalid_client", 401, null);
    }

    /** Password or refresh token are wrong. */
    static OAuthError invalidGrant() {
        return new OAuthError("invalid_grant", 400, null);
    }

    static OAuthError invalidScope() {
        return new OAuthError("invalid_scope", 400, null);
    }

    static OAuthError unsupportedGrant() {
        return new OAuthError("unsupported_grant_type", 400, null);
    }

    /** As {@link #invalidGrant}, and the password is not even looked at for a while. */
    static OAuthError locked(@Nullable Duration retryAfter) {
        return new OAuthError("invalid_grant", 429, retryAfter);
    }

    String error() {
        return error;
    }

    int status() {
        return status;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
