package io.swiftcart.account.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param username what a demo user logs in with beside the e-mail address; nobody else has one
 * @param version counts the changes of name, phone and e-mail
 */
public record Customer(
        UUID id,
        @Nullable String username,
        String email,
        String name,
        @Nullable String phone,
        String passwordHash,
        List<String> roles,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "Customer[" + id + ", ***]";
    }
}
