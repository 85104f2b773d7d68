package io.swiftcart.catalog.reading;

import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The order of a list: one key, up or down, and the id where keys are equal. */
record ProductSort(Key key, boolean descending) {
    private static final ProductSort NEWEST_FIRST = new ProductSort(Key.CREATED_AT, true);
    private static final int LAST_YEAR = 9999;

    /** What can be sorted by; each column has an index together with the id. */
    enum Key {
        NAME("name", "p.name_key"),
        PRICE("price", "p.price"),
        CREATED_AT("createdAt", "p.created_at"),
        RATING("rating", "p.rating");

        private final String parameter;
        private final String column;

        Key(String parameter, String column) {
            this.parameter = parameter;
            this.column = column;
        }
    }

    /**
     * Reads the query parameter {@code sort}, newest first when not said; a problem with status 400
     * when unknown.
     */
    static ProductSort of(@Nullable String raw) {
        if (raw == null) {
            return NEWEST_FIRST;
        }
        boolean descending = raw.startsWith("-");
        String parameter = descending ? raw.substring(1) : raw;
        return Arrays.stream(Key.values())
                .filter(key -> key.parameter.equals(parameter))
                .findFirst()
                .map(key -> new ProductSort(key, descending))
                .orElseThrow(ProductSort::unknown);
    }

    String column() {
        return key.column;
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    /** The comparison that holds for what comes later in the list. */
    String comparison() {
        return descending ? "<" : ">";
    }

    /** The cursor behind this row, which has the sorted column as {@code sort_key}. */
    String cursorAfter(Row row) {
        return Cursor.encode(name(), row.getValue("sort_key"), row.getUUID("id"));
    }

    /**
     * Reads back what {@link #cursorAfter} wrote; a problem with status 400 when it is of another
     * order or made up.
     */
    Object keyIn(String cursorOrder, String cursorKey) {
        if (!cursorOrder.equals(name())) {
            throw Cursor.malformed();
        }
        try {
            return switch (key) {
                case NAME -> cursorKey;
                case PRICE -> Long.valueOf(cursorKey);
                case RATING -> Integer.valueOf(cursorKey);
                case CREATED_AT -> instant(cursorKey);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw Cursor.malformed();
        }
    }

    private String name() {
        return descending ? "-" + key.parameter : key.parameter;
    }

    /** PostgreSQL knows fewer years than Java does. */
    private static OffsetDateTime instant(String cursorKey) {
        OffsetDateTime instant = OffsetDateTime.parse(cursorKey);
        if (instant.getYear() < 1 || instant.getYear() > LAST_YEAR) {
            throw Cursor.malformed();
        }
        return instant;
    }

    private static Problem unknown() {
        return new Problem(
                CommonProblem.MALFORMED_REQUEST,
                "sort must be name, price, createdAt or rating, with - for descending.");
    }
}
