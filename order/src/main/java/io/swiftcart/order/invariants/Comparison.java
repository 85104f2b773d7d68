package io.swiftcart.order.invariants;

import io.swiftcart.platform.invariants.Finding;
import java.util.List;
import java.util.stream.Stream;

/** So many orders were compared, and these differ. */
record Comparison(long orders, List<Difference> differences) {

    Comparison and(Comparison other) {
        return new Comparison(
                Math.max(orders, other.orders),
                Stream.concat(differences.stream(), other.differences.stream()).toList());
    }

    /** What it says about one rule. */
    Finding of(String invariant) {
        return new Finding(
                orders,
                differences.stream()
                        .filter(difference -> difference.invariant().equals(invariant))
                        .map(Difference::sentence)
                        .toList());
    }
}
