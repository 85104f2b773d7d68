package io.swiftcart.account.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.account.customers.Customer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer, to themselves. */
@Schema(
        name = "Profile",
        requiredProperties = {"id", "email", "name", "roles", "version", "createdAt", "updatedAt"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileView(
        UUID id,
        String email,
        String name,
        @Nullable String phone,
        List<String> roles,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ProfileView from(Customer customer) {
        return new ProfileView(
                customer.id(),
                customer.email(),
                customer.name(),
                customer.phone(),
                customer.roles(),
                customer.version(),
                customer.createdAt(),
                customer.updatedAt());
    }

    @Override
    public String toString() {
        return "Profile[" + id + ", ***]";
    }
}
