package io.swiftcart.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes and reads identifiers. Thread-safe. */
public final class Ids {
    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochRandomGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private Ids() {}

    /**
     * A new UUIDv7 (RFC 9562): roughly ordered by creation time, so that indexes grow at one end.
     */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** A new secret of 256 random bits, in 43 characters of unpadded base64url. */
    public static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads an id from a path or query; a {@link Problem} with status 400 when it is not a
     * canonical UUID.
     */
    public static UUID parse(String raw) {
        try {
            UUID id = UUID.fromString(raw);
            // fromString also accepts shortened groups such as 1-1-1-1-1.
            if (id.toString().equalsIgnoreCase(raw)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below, the same as a shortened id
        }
        throw new Problem(CommonProblem.MALFORMED_REQUEST, "The id in the address is not a UUID.");
    }
}
