package io.swiftcart.order.sealing;

import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.Field;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with up to two columns that are to be encrypted. Never logged. */
final class PlainRow {
    private final Row row;

    PlainRow(Row row) {
        this.row = row;
    }

    UUID id() {
        return row.getUUID("id");
    }

    String subject() {
        return row.getString("subject");
    }

    int version() {
        return row.getInteger("version");
    }

    @Nullable Buffer sealed(DataKey key, String table, String column) {
        JsonObject plain = row.getJsonObject(column);
        byte[] sealed =
                key.seal(
                        new Field(table, column, id().toString()),
                        plain == null ? null : plain.encode());
        return sealed == null ? null : Buffer.buffer(sealed);
    }
}
