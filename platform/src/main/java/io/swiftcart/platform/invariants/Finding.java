package io.swiftcart.platform.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at a rule has found.
 *
 * @param figure how many things were looked at: SKUs, orders, captures …
 * @param violations one sentence each; of more than 20 the first 20 and "and N more"
 */
public record Finding(long figure, List<String> violations) {
    private static final int SHOWN_MAX = 20;

    public Finding {
        violations = shortened(violations);
    }

    /** Whether nothing was found. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** Both findings as one. */
    Finding and(Finding other) {
        return new Finding(
                figure + other.figure,
                Stream.concat(violations.stream(), other.violations.stream()).toList());
    }

    private static List<String> shortened(List<String> all) {
        if (all.size() <= SHOWN_MAX + 1) {
            return List.copyOf(all);
        }
        List<String> shown = new ArrayList<>(all.subList(0, SHOWN_MAX));
        shown.add("and " + (all.size() - SHOWN_MAX) + " more");
        return List.copyOf(shown);
    }
}
