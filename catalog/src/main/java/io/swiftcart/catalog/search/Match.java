package io.swiftcart.catalog.search;

import io.swiftcart.catalog.reading.ProductConditions;

/** How the statements of a search find what a question asks for, and how well it fits. */
final class Match {
    private Match() {}

    /**
     * The condition that the words, a {@code tsvector}, fulfil the question, its text bound.
     * Nothing stands between the planner and the words, so that it knows how many products have
     * them.
     */
    static String condition(String words, String question) {
        return words + " @@ " + query(question);
    }

    /**
     * How well {@code p} matches, as a whole number that a cursor can hold; more is better. Of two
     * that have the words in the same places, the one with less else in its name. Every match is
     * ranked, so it must cost little: likeness by letters would cost ten times as much.
     */
    static String rank(String question, String plain) {
        return ("(1000000 * ts_rank(p.search_words, %1$s) * (1 + length(%2$s)::float8"
                        + " / greatest(length(%2$s), length(p.search_name))))::bigint")
                .formatted(query(question), plain + "::text");
    }

    /** Everything that is sold and fulfils the question. */
    static ProductConditions sold(Question question) {
        ProductConditions conditions = new ProductConditions();
        conditions.add("p.active");
        if (!question.isEmpty()) {
            conditions.add(condition("p.search_words", conditions.bind(question.terms())));
        }
        return conditions;
    }

    /**
     * Stop words are none of the English question, so the words as written stand beside it, unless
     * they are the same: each would be looked up twice.
     */
    private static String query(String question) {
        return """
        (case when to_tsquery('english'::regconfig, %1$s) = to_tsquery('simple'::regconfig, %1$s)
              then to_tsquery('simple'::regconfig, %1$s)
              else to_tsquery('english'::regconfig, %1$s)
                   || to_tsquery('simple'::regconfig, %1$s) end)\
        """
                .formatted(question + "::text");
    }
}
