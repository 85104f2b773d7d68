package io.swiftcart.account.tokens;

import java.time.Duration;

/** A signed JWT, and how long it is valid. */
public record AccessToken(String value, Duration life) {

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
