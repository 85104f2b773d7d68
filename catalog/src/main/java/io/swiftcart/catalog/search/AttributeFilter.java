package io.swiftcart.catalog.search;

import io.swiftcart.catalog.reading.ProductConditions;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which attributes are wanted: of each name, one of the values.
 *
 * @param wanted values by name, as text, in the order they were asked for
 */
record AttributeFilter(Map<String, List<String>> wanted) {
    private static final int FILTERS_MAX = 20;
    private static final int NAME_MAX = 64;
    private static final int VALUE_MAX = 500;

    /**
     * Reads the query parameters {@code attribute=name:value}; a problem with status 400 when one
     * does not look so. Empty ones say nothing.
     */
    static AttributeFilter of(List<String> parameters) {
        List<String> said = parameters.stream().filter(each -> !each.isEmpty()).toList();
        if (said.size() > FILTERS_MAX) {
            throw invalid("attribute may be given at most " + FILTERS_MAX + " times.");
        }
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String parameter : said) {
            int colon = parameter.indexOf(':');
            if (colon < 1
                    || colon > NAME_MAX
                    || parameter.length() - colon - 1 > VALUE_MAX
                    || parameter.chars().anyMatch(Character::isISOControl)) {
                throw invalid("attribute must be a name and a value with a colon between.");
            }
            wanted.computeIfAbsent(parameter.substring(0, colon), _ -> new ArrayList<>())
                    .add(parameter.substring(colon + 1));
        }
        return new AttributeFilter(wanted);
    }

    /** The condition for each name. */
    Map<String, String> conditions(ProductConditions conditions) {
        Map<String, String> all = new LinkedHashMap<>();
        wanted.forEach(
                (name, values) ->
                        all.put(
                                name,
                                "p.attributes ->> %s::text = any(%s::text[])"
                                        .formatted(
                                                conditions.bind(name),
                                                conditions.bind(values.toArray(String[]::new)))));
        return all;
    }

    private static Problem invalid(String detail) {
        return new Problem(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
