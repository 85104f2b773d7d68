package io.swiftcart.platform.invariants;

import io.smallrye.mutiny.Uni;

/**
 * One rule that must hold over what this service keeps. A bean; several may share an id, and their
 * findings are added up.
 *
 * <p>It is evaluated on the live system, so it is cheap or bounded, takes no locks, and raises no
 * false alarm while orders are under way.
 */
public interface Invariant {

    /** Its number in the book of invariants, e.g. {@code I3}. */
    String id();

    /**
     * Looks now, when somebody asks and once an hour. Fails when it cannot look, which says nothing
     * about the rule.
     */
    Uni<Finding> check();

    /**
     * What the clock asks each minute instead: may leave out what has not changed lately, so that
     * the look does not cost more the more there is.
     */
    default Uni<Finding> checkLately() {
        return check();
    }
}
