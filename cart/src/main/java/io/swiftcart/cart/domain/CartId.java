package io.swiftcart.cart.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** Names of carts: 144 random bits, so that nobody comes upon a guest's cart by trying. */
public final class CartId {
    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private CartId() {}

    /** A new one: 24 characters that need no escaping in an address. */
    public static String next() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return TEXT.encodeToString(bits);
    }
}
