package io.swiftcart.account.customers;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The JSON of {@code customers.registered.v1} and {@code customers.erased.v1}, keyed by customer
 * id. Nothing in it says who the customer is.
 */
@RegisterForReflection(registerFullHierarchy = true)
public record CustomerFact(UUID eventId, String eventType, Instant occurredAt, UUID customerId) {

    /** What can become of a customer; its name is part of topic and type. */
    public enum Kind {
        REGISTERED("CustomerRegistered"),
        ERASED("CustomerErased");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        private String topic() {
            return "customers." + name().toLowerCase(Locale.ROOT) + ".v1";
        }
    }

    /** The fact that this has become of the customer. */
    public static Fact of(Kind kind, UUID customerId, Instant now) {
        UUID id = Ids.next();
        return new Fact(
                id,
                kind.topic(),
                customerId.toString(),
                "io.swiftcart." + kind.topic(),
                customerId.toString(),
                now,
                new CustomerFact(id, kind.type, now, customerId));
    }
}
