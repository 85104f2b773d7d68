package io.swiftcart.account.customers;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** Of a customer only what a password is checked against. */
public record Proof(UUID customerId, String passwordHash) {

    static Proof of(Row row) {
        return new Proof(row.getUUID("id"), row.getString("password_hash"));
    }

    @Override
    public String toString() {
        return "Proof[" + customerId + ", ***]";
    }
}
