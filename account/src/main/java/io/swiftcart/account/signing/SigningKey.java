package io.swiftcart.account.signing;

import java.security.PrivateKey;
import java.time.Instant;

/** The key that signs; {@code kid} is the RFC 7638 thumbprint of its public half. */
public record SigningKey(String kid, PrivateKey key, Instant createdAt) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + ", ***]";
    }
}
