package io.swiftcart.platform.idempotency;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The caller's name for one intended effect: 1 to 255 visible ASCII characters. Sent bare or in
 * double quotes, which mean the same key.
 */
public record IdempotencyKey(String value) {
    /** Request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Reads the header; a problem with status 400 when it is missing, repeated or malformed. */
    public static IdempotencyKey required(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(HEADER);
        if (sent == null || sent.isEmpty()) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key header, new for each effect.");
        }
        if (sent.size() > 1) {
            throw invalid("Send one Idempotency-Key header.");
        }
        return of(sent.getFirst());
    }

    /** Reads a key, quoted or bare; a problem with status 400 when it is malformed. */
    public static IdempotencyKey of(String raw) {
        String key = raw.strip();
        boolean quoted = key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        String bare = quoted ? key.substring(1, key.length() - 1) : key;
        if (!VALID.matcher(bare).matches() || bare.indexOf('"') >= 0) {
            throw invalid("A key has 1 to 255 visible ASCII characters, bare or in double quotes.");
        }
        return new IdempotencyKey(bare);
    }

    private static Problem invalid(String detail) {
        return new Problem(CommonProblem.IDEMPOTENCY_KEY_INVALID, detail);
    }
}
