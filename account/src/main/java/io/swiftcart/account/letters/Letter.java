package io.swiftcart.account.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent.
 *
 * @param customer whose token it carries; null when only the address is known yet
 */
record Letter(
        UUID id,
        Purpose purpose,
        String email,
        @Nullable UUID customer,
        String correlationId,
        Instant createdAt) {

    @Override
    public String toString() {
        return "Letter[" + id + ", ***]";
    }
}
