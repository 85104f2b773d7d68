package io.swiftcart.order.history;

import io.swiftcart.order.domain.OrderStatus;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of the caller's to list. {@code from} is inclusive, {@code to} exclusive, both RFC
 * 3339; {@code after} is the last order of the page before.
 */
record OrderFilter(
        @Nullable String status,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        @Nullable String customer,
        @Nullable String sku,
        @Nullable UUID after) {

    /** The query parameters as they were sent. */
    static class Query {
        @QueryParam("status")
        @Parameter(description = "PENDING, CONFIRMED, FULFILLED, COMPLETED, FAILED or CANCELLED")
        @Nullable String status;

        @QueryParam("from")
        @Parameter(
                description = "Created at or after this time, RFC 3339, e.g. 2026-11-20T12:34:56Z")
        @Nullable String from;

        @QueryParam("to")
        @Parameter(description = "Created before this time")
        @Nullable String to;

        @QueryParam("customer")
        @Parameter(description = "Id of the customer, for managers")
        @Nullable String customer;

        @QueryParam("sku")
        @Parameter(description = "Orders with a line of this SKU")
        @Nullable String sku;

        @QueryParam("limit")
        @Parameter(description = "1 to 200, 50 when not said")
        @Nullable String limit;

        @QueryParam("cursor")
        @Parameter(description = "nextCursor of the page before")
        @Nullable String cursor;
    }

    /** Reads the parameters; a problem with status 400 for each that cannot be read. */
    static OrderFilter of(Query query) {
        List<String> cursor = Cursor.decode(query.cursor, 1);
        return new OrderFilter(
                status(query.status),
                time("from", query.from),
                time("to", query.to),
                text("customer", query.customer),
                text("sku", query.sku),
                cursor.isEmpty() ? null : after(cursor.getFirst()));
    }

    private static UUID after(String last) {
        try {
            return Ids.parse(last);
        } catch (Problem notAnId) {
            throw Cursor.malformed();
        }
    }

    private static @Nullable String status(@Nullable String raw) {
        if (raw != null
                && Arrays.stream(OrderStatus.values())
                        .noneMatch(status -> status.name().equals(raw))) {
            throw malformed("status must be one of " + Arrays.toString(OrderStatus.values()) + ".");
        }
        return raw;
    }

    private static @Nullable OffsetDateTime time(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        // RFC 3339 years have four digits; Java knows longer ones, which PostgreSQL cannot hold.
        if (raw.matches("\\d{4}-.*")) {
            try {
                return OffsetDateTime.parse(raw);
            } catch (DateTimeParseException e) {
                // answered below
            }
        }
        throw malformed(name + " must be a time such as 2026-11-20T12:34:56Z.");
    }

    private static @Nullable String text(String name, @Nullable String raw) {
        if (raw != null && !raw.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw malformed(name + " is not one that can exist.");
        }
        return raw;
    }

    private static Problem malformed(String detail) {
        return new Problem(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
