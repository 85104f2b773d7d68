package io.swiftcart.order.erasing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.encryption.DataKeys;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Destroys the key of a customer, and what is not encrypted yet. No inbox row is needed: a key is
 * destroyed once, and it is harmless to do it again.
 */
@ApplicationScoped
class EraseCustomer {
    private static final String PLAIN_ORDERS =
            "update orders set contact = null where customer_id = $1 and contact is not null";
    private static final String PLAIN_SESSIONS =
            """
            update checkout_session set customer = null, shipping_address = null
            where customer_id = $1 and (customer is not null or shipping_address is not null)
            """;

    private final DataKeys dataKeys;

    EraseCustomer(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    Uni<Void> of(CustomerErased fact) {
        Tuple customer = Tuple.of(fact.customerId());
        return dataKeys.eraseInTransaction(
                fact.customerId(),
                tx ->
                        tx.preparedQuery(PLAIN_ORDERS)
                                .execute(customer)
                                .chain(() -> tx.preparedQuery(PLAIN_SESSIONS).execute(customer))
                                .replaceWithVoid());
    }
}
