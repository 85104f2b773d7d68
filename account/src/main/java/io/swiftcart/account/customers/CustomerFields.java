package io.swiftcart.account.customers;

import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.Field;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between the encrypted columns and the customer. */
record CustomerFields(UUID id, DataKey key) {
    static final String COLUMNS =
            "id, username, email, name, phone, password_hash, roles, version, created_at, updated_at";

    Customer from(Row row) {
        return new Customer(
                id,
                row.getString("username"),
                Objects.requireNonNull(open(row, "email")),
                Objects.requireNonNull(open(row, "name")),
                open(row, "phone"),
                row.getString("password_hash"),
                List.of(row.getArrayOfStrings("roles")),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    @Nullable Buffer seal(String column, @Nullable String text) {
        byte[] encrypted = key.seal(field(column), text);
        return encrypted == null ? null : Buffer.buffer(encrypted);
    }

    private @Nullable String open(Row row, String column) {
        io.vertx.mutiny.core.buffer.Buffer encrypted = row.getBuffer(column);
        return encrypted == null ? null : key.open(field(column), encrypted.getBytes());
    }

    private Field field(String column) {
        return new Field("customer", column, id.toString());
    }
}
