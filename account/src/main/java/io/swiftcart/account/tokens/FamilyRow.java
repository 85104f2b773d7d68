package io.swiftcart.account.tokens;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A refresh token with the family it belongs to. */
record FamilyRow(
        Buffer digest,
        UUID family,
        UUID customer,
        boolean used,
        boolean revoked,
        Instant tokenExpiresAt,
        Instant familyExpiresAt) {

    static FamilyRow from(Row row) {
        return new FamilyRow(
                row.getBuffer("digest").getDelegate(),
                row.getUUID("family_id"),
                row.getUUID("customer_id"),
                row.getOffsetDateTime("used_at") != null,
                row.getOffsetDateTime("revoked_at") != null,
                row.getOffsetDateTime("token_expires_at").toInstant(),
                row.getOffsetDateTime("family_expires_at").toInstant());
    }

    boolean over(Instant now) {
        return revoked
                || !now.isBefore(familyExpiresAt)
                || (!used && !now.isBefore(tokenExpiresAt));
    }
}
