package io.swiftcart.order.contact;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.recording.ContactKey;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads the contact of one order. */
@ApplicationScoped
class ContactQuery {
    /**
     * A row of an earlier release holds the plain contact until it is encrypted in the background.
     */
    private static final String FIND =
            """
            select id, order_number, coalesce(contact_subject, customer_id) as subject, contact_sealed, contact
            from orders where id = $1
            """;

    private final Database database;
    private final DataKeys dataKeys;

    ContactQuery(Database database, DataKeys dataKeys) {
        this.database = database;
        this.dataKeys = dataKeys;
    }

    /** A problem with status 404 when there is no such order, or whom it was for is erased. */
    Uni<ContactView> of(UUID orderId) {
        return database.pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(orderId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such order."))
                .chain(row -> dataKeys.of(row.getString("subject")).map(key -> view(row, key)));
    }

    private static ContactView view(Row row, DataKey key) {
        if (key.destroyed()) {
            throw new Problem(
                    OrderProblem.CONTACT_ERASED, "Nobody is to be written to about this order.");
        }
        JsonObject contact = contact(row, key);
        return new ContactView(
                row.getUUID("id"),
                row.getString("order_number"),
                contact.getString("email"),
                contact.getString("name"));
    }

    private static JsonObject contact(Row row, DataKey key) {
        Buffer sealed = row.get(Buffer.class, "contact_sealed");
        if (sealed == null) {
            JsonObject plain = row.getJsonObject("contact");
            return plain == null ? new JsonObject() : plain;
        }
        String text = key.open(ContactKey.field(row.getUUID("id")), sealed.getBytes());
        return text == null ? new JsonObject() : new JsonObject(text);
    }
}
