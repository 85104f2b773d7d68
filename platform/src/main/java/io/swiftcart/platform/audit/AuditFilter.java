package io.swiftcart.platform.audit;

import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show.
 *
 * @param before the id of the last entry of the page before
 * @param action its beginning
 * @param from the first moment
 * @param to the first moment after the last
 */
record AuditFilter(
        @Nullable UUID before,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** A problem with status 400 when the cursor or a moment cannot be read. */
    static AuditFilter of(
            @Nullable String cursor,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {
        return new AuditFilter(
                before(cursor), actor, action, subject, moment("from", from), moment("to", to));
    }

    Tuple tuple() {
        return Tuple.tuple()
                .addUUID(before)
                .addString(actor)
                .addString(action)
                .addString(subject)
                .addOffsetDateTime(utc(from))
                .addOffsetDateTime(utc(to));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST,
                    name + " is a moment such as 2026-11-20T12:00:00Z.");
        }
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 1);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(parts.getFirst());
        } catch (IllegalArgumentException _) {
            throw Cursor.malformed();
        }
    }
}
