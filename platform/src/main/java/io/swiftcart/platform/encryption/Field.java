package io.swiftcart.platform.encryption;

import java.nio.charset.StandardCharsets;

/**
 * The place of an encrypted field. What was sealed for one place opens nowhere else, so that nobody
 * who can write to the database can pass one person's data off as another's.
 *
 * @param table without {@code |}, as is {@code column}
 * @param row id of the row
 */
public record Field(String table, String column, String row) {

    public Field {
        if (table.contains("|") || column.contains("|")) {
            throw new IllegalArgumentException(
                    "a name with | would not be told apart from another");
        }
    }

    byte[] bytes() {
        return (table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
    }
}
