package io.swiftcart.catalog.products;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.Map;
import java.util.Set;

/** The attributes that checkout reads; all others mean what the shop likes them to mean. */
final class AttributeMeanings {
    private static final String WEIGHT = "weightGrams";
    private static final String TAX = "taxCategory";
    private static final int HEAVIEST = 1_000_000;
    private static final Set<Object> TAX_CATEGORIES = Set.of("standard", "reduced", "zero");

    private AttributeMeanings() {}

    /** A problem with status 400 when an attribute that checkout reads says what cannot be. */
    static void check(Map<String, Object> attributes) {
        Object weight = attributes.get(WEIGHT);
        if (weight != null
                && !(weight instanceof Integer grams && grams >= 1 && grams <= HEAVIEST)) {
            throw invalid(WEIGHT, "must be a whole number from 1 to " + HEAVIEST);
        }
        Object tax = attributes.get(TAX);
        if (tax != null && !TAX_CATEGORIES.contains(tax)) {
            throw invalid(TAX, "must be standard, reduced or zero");
        }
    }

    private static Problem invalid(String attribute, String finding) {
        return new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.")
                .pointing("/attributes/" + attribute, finding);
    }
}
