package io.swiftcart.account.signing;

import java.security.PrivateKey;

/** The key that signs; {@code kid} is the RFC 7638 thumbprint of its public half. */
public record SigningKey(String kid, PrivateKey key) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + ", ***]";
    }
}
