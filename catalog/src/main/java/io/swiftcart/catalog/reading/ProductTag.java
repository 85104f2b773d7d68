package io.swiftcart.catalog.reading;

import io.swiftcart.platform.http.ETags;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tag of a product: {@code "3"}, or {@code "3.17"} once inventory has spoken of it.
 *
 * <p>The page shows stock, so a reader's tag must change with it (304 never hides a sale). A writer
 * changes the product alone, so {@code If-Match} looks at the first number only and an order in
 * between is no conflict.
 */
public record ProductTag(long version, long stockVersion) {
    private static final Pattern STOCK_PART = Pattern.compile("\\.[0-9]{1,18}\"\\s*$");

    /** The quoted tag. */
    public String text() {
        return stockVersion == 0 ? ETags.of(version) : "\"" + version + "." + stockVersion + "\"";
    }

    /** Whether {@code If-None-Match} names this tag, so that 304 is the answer. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        return isIn(ifNoneMatch, text());
    }

    /** Whether {@code If-None-Match} names a tag, quotes included. */
    public static boolean isIn(@Nullable String ifNoneMatch, String quotedTag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(quotedTag));
    }

    /**
     * The product's version that {@code If-Match} names; a problem with status 428 or 412 as in
     * {@link ETags}.
     */
    public static long required(@Nullable String ifMatch) {
        return ETags.required(
                ifMatch == null ? null : STOCK_PART.matcher(ifMatch).replaceFirst("\""));
    }
}
