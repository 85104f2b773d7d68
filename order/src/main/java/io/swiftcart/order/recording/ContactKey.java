package io.swiftcart.order.recording;

import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.Field;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key under which the contact of an order is stored.
 *
 * @param subject whose it is: the customer, or the session of a guest
 */
public record ContactKey(String subject, DataKey key) {

    byte @Nullable [] seal(Contact contact, UUID orderId) {
        return key.seal(field(orderId), contact.json().encode());
    }

    /** Where the contact of an order lies. */
    public static Field field(UUID orderId) {
        return new Field("orders", "contact", orderId.toString());
    }
}
