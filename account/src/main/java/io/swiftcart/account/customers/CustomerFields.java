package io.swiftcart.account.customers;

import io.swiftcart.account.encryption.DataKey;
import io.swiftcart.account.encryption.Keyring;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Between the encrypted columns and the customer. */
@Singleton
class CustomerFields {
    static final String COLUMNS =
            "c.id, c.username, c.email, c.name, c.phone, c.password_hash, c.roles, c.version, c.created_at, c.updated_at,"
                    + " k.wrapped";

    private final Keyring keyring;

    CustomerFields(Keyring keyring) {
        this.keyring = keyring;
    }

    Customer from(Row row) {
        UUID id = row.getUUID("id");
        DataKey key = key(row);
        return new Customer(
                id,
                row.getString("username"),
                key.open(row.getString("email"), place("email", id)),
                key.open(row.getString("name"), place("name", id)),
                key.openIfAny(row.getString("phone"), place("phone", id)),
                row.getString("password_hash"),
                List.of((String[]) row.getValue("roles")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getOffsetDateTime("updated_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }

    DataKey key(Row row) {
        return keyring.unwrap(row.getString("wrapped"), row.getUUID("id"));
    }

    byte[] emailIndex(String email) {
        return keyring.index("email", EmailAddress.comparable(email));
    }

    static String place(String column, UUID id) {
        return "customer|" + column + "|" + id;
    }
}
