package io.swiftcart.platform.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** One entry as it is stored. */
record Entry(
        UUID id,
        String actor,
        String action,
        String subject,
        String reason,
        String correlationId,
        String origin,
        Instant occurredAt) {

    /** Of {@code audit_entry e}. */
    static final String COLUMNS =
            "e.entry_id, e.actor, e.action, e.subject, e.reason, e.correlation_id, e.origin, e.occurred_at";

    static Entry of(Row row) {
        return new Entry(
                row.getUUID("entry_id"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("correlation_id"),
                row.getString("origin"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }

    /** SHA-256 over the hash before, the position and every member of the entry. */
    byte[] chainedTo(byte[] before, long position) {
        byte[] members =
                JsonArray.of(
                                id.toString(),
                                actor,
                                action,
                                subject,
                                reason,
                                correlationId,
                                origin,
                                occurredAt.toString())
                        .encode()
                        .getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
            return digest.digest(members);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
