package io.swiftcart.order.session;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.neighbours.Cart;
import io.swiftcart.order.recording.Address;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.encryption.Field;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a session is for, as it is stored: encrypted under the key of the customer, or of the
 * session of a guest. Whoever is erased is not there any more when a session is read.
 */
@ApplicationScoped
class SealedSessions {
    private static final String CUSTOMER = "customer";
    private static final String ADDRESS = "shipping_address";

    private final DataKeys dataKeys;

    /** The two encrypted columns. */
    record Sealed(@Nullable Buffer customer, @Nullable Buffer shippingAddress) {}

    SealedSessions(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    Uni<Sealed> seal(Session session) {
        return dataKeys.of(session.keyOwner())
                .map(
                        key ->
                                new Sealed(
                                        sealed(key, CUSTOMER, session.id(), session.customer()),
                                        sealed(
                                                key,
                                                ADDRESS,
                                                session.id(),
                                                session.shippingAddress())));
    }

    /** The session of a row with all columns. */
    Uni<Session> open(Row row) {
        String owner = Session.keyOwner(row.getUUID("id"), row.getString("customer_id"));
        return dataKeys.of(owner).map(key -> session(row, key));
    }

    private static Session session(Row row, DataKey key) {
        JsonObject customer = opened(key, CUSTOMER, row);
        JsonObject address = opened(key, ADDRESS, row);
        String cartId = row.getString("cart_id");
        return new Session(
                row.getUUID("id"),
                cartId,
                row.getString("customer_id"),
                Session.Status.valueOf(row.getString("status")),
                row.getUUID("order_id"),
                customer == null ? null : customer.mapTo(Session.Buyer.class),
                address == null ? null : address.mapTo(Address.class),
                row.getString("shipping_option"),
                row.getString("promotion"),
                Cart.from(cartId, row.getJsonObject("cart")),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static @Nullable Buffer sealed(
            DataKey key, String column, UUID id, @Nullable Object part) {
        String text = part == null ? null : JsonObject.mapFrom(part).encode();
        byte[] sealed = key.seal(field(column, id), text);
        return sealed == null ? null : Buffer.buffer(sealed);
    }

    /** A row of an earlier release holds the plain text until it is encrypted in the background. */
    private static @Nullable JsonObject opened(DataKey key, String column, Row row) {
        Buffer sealed = row.get(Buffer.class, column + "_sealed");
        if (sealed == null) {
            return key.destroyed() ? null : row.getJsonObject(column);
        }
        String text = key.open(field(column, row.getUUID("id")), sealed.getBytes());
        return text == null ? null : new JsonObject(text);
    }

    private static Field field(String column, UUID id) {
        return new Field("checkout_session", column, id.toString());
    }
}
