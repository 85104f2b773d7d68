package io.swiftcart.catalog.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a thing as it stands in an address: lower-case ASCII words with a hyphen between. */
public final class Slug {
    /** What every slug matches, in full. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** Longest slug, in characters. */
    public static final int MAX_LENGTH = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    private Slug() {}

    /**
     * A slug made of the name: accents dropped, everything else that is no ASCII letter or digit a
     * hyphen, cut at {@link #MAX_LENGTH}. {@code otherwise} when nothing is left, as with a name in
     * another script.
     */
    public static String of(String name, String otherwise) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String hyphened = trimmed(GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"));
        String cut =
                hyphened.length() > MAX_LENGTH
                        ? trimmed(hyphened.substring(0, MAX_LENGTH))
                        : hyphened;
        return cut.isEmpty() ? otherwise : cut;
    }

    private static String trimmed(String slug) {
        return OUTER_HYPHENS.matcher(slug).replaceAll("");
    }
}
