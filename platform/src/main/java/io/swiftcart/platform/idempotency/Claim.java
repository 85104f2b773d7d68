package io.swiftcart.platform.idempotency;

import java.util.HexFormat;

/**
 * What one idempotency key stands for: the key in its scope (caller and route) and the hash of the
 * request's meaning.
 *
 * @param caller id of the caller
 * @param route method and path template, e.g. {@code POST /api/v1/orders}
 * @param requestHash SHA-256, lower-case hex; member order and blanks of the request do not count
 */
public record Claim(String caller, String route, String key, String requestHash) {

    byte[] hashBytes() {
        return HexFormat.of().parseHex(requestHash);
    }
}
