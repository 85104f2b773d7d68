package io.swiftcart.platform.outbox;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A fact that waits for publication, as it lies in the table. */
record OutboxRow(long seq, String topic, String key, @Nullable String payload, JsonObject headers) {

    static OutboxRow from(Row row) {
        return new OutboxRow(
                row.getLong("seq"),
                row.getString("aggregatetype"),
                row.getString("aggregateid"),
                row.getString("payload"),
                row.getJsonObject("headers"));
    }
}
