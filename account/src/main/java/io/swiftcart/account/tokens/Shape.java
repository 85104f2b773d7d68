package io.swiftcart.account.tokens;

import java.time.Duration;

/** What of an access token does not depend on whom it is for. */
public record Shape(String issuer, String audience, Duration life) {}
