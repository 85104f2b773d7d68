package io.swiftcart.order.contact;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads the contact of one order. */
@ApplicationScoped
class ContactQuery {
    private static final String FIND =
            "select id, order_number, contact->>'email' as email, contact->>'name' as name from orders where id = $1";

    private final Database database;

    ContactQuery(Database database) {
        this.database = database;
    }

    Uni<ContactView> of(UUID orderId) {
        return database.pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(orderId))
                .map(rows -> rows.size() == 0 ? null : view(rows.iterator().next()))
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such order."));
    }

    private static ContactView view(Row row) {
        return new ContactView(
                row.getUUID("id"),
                row.getString("order_number"),
                row.getString("email"),
                row.getString("name"));
    }
}
