package io.swiftcart.account.addresses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One address of the book. */
@Schema(
        name = "StoredAddress",
        requiredProperties = {
            "id",
            "line1",
            "city",
            "postalCode",
            "country",
            "version",
            "createdAt",
            "updatedAt"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddressView(
        UUID id,
        @Nullable String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postalCode,
        String country,
        @Nullable String phone,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static AddressView of(
            UUID id, AddressRequest address, long version, Instant createdAt, Instant updatedAt) {
        return new AddressView(
                id,
                address.name(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country(),
                address.phone(),
                version,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "Address[" + id + ", ***]";
    }
}
