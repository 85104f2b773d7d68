package io.swiftcart.platform.page;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How many items of a list the caller wants: 1 to 200, 50 when not said. */
public record Limit(int value) {
    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    /**
     * Reads the query parameter {@code limit}; a problem with status 400 when it is no number from
     * 1 to 200.
     */
    public static Limit of(@Nullable String raw) {
        if (raw == null) {
            return new Limit(DEFAULT);
        }
        if (!raw.matches("[0-9]{1,3}")
                || Integer.parseInt(raw) < 1
                || Integer.parseInt(raw) > MAX) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "limit must be a number from 1 to 200.");
        }
        return new Limit(Integer.parseInt(raw));
    }

    /** One more than asked for: the extra row tells whether there is a next page. */
    public int plusOne() {
        return value + 1;
    }
}
