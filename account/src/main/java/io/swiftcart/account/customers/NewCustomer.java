package io.swiftcart.account.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who is about to be added. */
public record NewCustomer(
        UUID id,
        @Nullable String username,
        String email,
        String name,
        String passwordHash,
        List<String> roles) {

    @Override
    public String toString() {
        return "NewCustomer[" + id + ", ***]";
    }
}
