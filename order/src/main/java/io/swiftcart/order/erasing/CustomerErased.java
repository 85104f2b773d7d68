package io.swiftcart.order.erasing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/** What order reads of the fact {@code customers.erased.v1} (key customer id, at least once). */
@RegisterForReflection(registerFullHierarchy = true)
record CustomerErased(UUID eventId, String customerId) {

    CustomerErased {
        Objects.requireNonNull(eventId);
        Objects.requireNonNull(customerId);
    }
}
