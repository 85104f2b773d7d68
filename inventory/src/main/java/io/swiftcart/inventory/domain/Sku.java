package io.swiftcart.inventory.domain;

import java.util.regex.Pattern;

/** The name by which shops, stock and orders know a product. */
public final class Sku {
    /**
     * What every SKU matches, in full: 2 to 64 capitals, digits and hyphens, not beginning with a
     * hyphen.
     */
    public static final String PATTERN = "^[A-Z0-9][A-Z0-9-]{1,63}$";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    private Sku() {}

    /** Whether the text can be a SKU at all. */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }
}
