package io.swiftcart.catalog.search;

import io.swiftcart.catalog.reading.ProductConditions;

/** How the statements of a search find what a question asks for, and how well it fits. */
final class Match {
    /**
     * As many of the newest matches are ranked or counted, so that no question, however broad,
     * takes longer.
     */
    static final int CANDIDATES = 10_000;

    private Match() {}

    /**
     * The condition that {@code p} matches the question, its text bound. Nothing stands between the
     * planner and the words, so that it knows how many products have them: common ones are met soon
     * among the newest, rare ones are looked up. Stop words are none of the English question, so
     * the words as written stand beside it.
     */
    static String condition(String question) {
        return "p.search_words @@ " + query(question);
    }

    /** How well {@code p} matches, as a whole number that a cursor can hold; more is better. */
    static String rank(String question, String plain) {
        return "(1000000 * (ts_rank(p.search_words, %s) + similarity(p.search_name, %s)))::bigint"
                .formatted(query(question), plain);
    }

    /** Everything that is sold and fulfils the question. */
    static ProductConditions sold(Question question) {
        ProductConditions conditions = new ProductConditions();
        conditions.add("p.active");
        if (!question.isEmpty()) {
            conditions.add(condition(conditions.bind(question.anywhere())));
        }
        return conditions;
    }

    private static String query(String question) {
        return "(to_tsquery('english'::regconfig, %1$s) || to_tsquery('simple'::regconfig, %1$s))"
                .formatted(question + "::text");
    }
}
