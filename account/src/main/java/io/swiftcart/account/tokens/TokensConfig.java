package io.swiftcart.account.tokens;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What tokens look like: {@code swiftcart.account.tokens.*}. */
@ConfigMapping(prefix = "swiftcart.account.tokens")
interface TokensConfig {

    /** Whom access tokens are for. */
    String audience();

    /** Of an access token. */
    Duration life();

    /** Of a refresh token, from its issue. */
    Duration refreshLife();

    /** Of a family of refresh tokens, from the login. */
    Duration sessionLife();
}
