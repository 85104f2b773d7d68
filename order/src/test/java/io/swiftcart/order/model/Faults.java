package io.swiftcart.order.model;

/**
 * How often each thing may still go wrong; {@link #ANY} is never used up.
 *
 * @param crashes of a runner, between any two of its steps
 * @param silences a neighbour's answer that a runner gives up waiting for
 * @param late a message that arrives although nobody waits for it any more, or once more
 * @param overtakings of a runner that is alive, but slower than its lease or than the operator who
 *     has the checkout tried again
 * @param wishes of a customer to cancel
 * @param giveUps of an operator
 * @param expiries of a hold
 * @param unknowns outcomes at the provider that are not known at once
 * @param refusals a charge that payment or the provider says no to
 * @param delays an order that grows too old
 */
record Faults(
        int crashes,
        int silences,
        int late,
        int overtakings,
        int wishes,
        int giveUps,
        int expiries,
        int unknowns,
        int refusals,
        int delays) {

    static final int ANY = Integer.MAX_VALUE;

    /** What can go wrong. */
    enum Fault {
        CRASH,
        SILENCE,
        LATE,
        OVERTAKING,
        WISH,
        GIVE_UP,
        EXPIRY,
        UNKNOWN,
        REFUSAL,
        DELAY
    }

    static Faults none() {
        return new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Faults any() {
        return new Faults(ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY);
    }

    /** As many of this fault as are given; of all others as before. */
    Faults with(Fault fault, int times) {
        return new Faults(
                fault == Fault.CRASH ? times : crashes,
                fault == Fault.SILENCE ? times : silences,
                fault == Fault.LATE ? times : late,
                fault == Fault.OVERTAKING ? times : overtakings,
                fault == Fault.WISH ? times : wishes,
                fault == Fault.GIVE_UP ? times : giveUps,
                fault == Fault.EXPIRY ? times : expiries,
                fault == Fault.UNKNOWN ? times : unknowns,
                fault == Fault.REFUSAL ? times : refusals,
                fault == Fault.DELAY ? times : delays);
    }

    int left(Fault fault) {
        return switch (fault) {
            case CRASH -> crashes;
            case SILENCE -> silences;
            case LATE -> late;
            case OVERTAKING -> overtakings;
            case WISH -> wishes;
            case GIVE_UP -> giveUps;
            case EXPIRY -> expiries;
            case UNKNOWN -> unknowns;
            case REFUSAL -> refusals;
            case DELAY -> delays;
        };
    }

    Faults spend(Fault fault) {
        int left = left(fault);
        return left == ANY ? this : with(fault, left - 1);
    }
}
