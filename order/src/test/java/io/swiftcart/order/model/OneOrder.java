package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One order as each service keeps it.
 *
 * @param row the stored checkout
 * @param old whether it is too old to be begun with
 * @param runs who is driving it, at most two; at most one of them still owns the row
 * @param sent every kind of call that was ever sent: it may arrive at any time, and again
 */
record OneOrder(
        Checkout row,
        boolean old,
        List<Run> runs,
        List<Call> sent,
        Hold hold,
        Purse purse,
        Facts facts) {

    static final int RUNS_MAX = 2;

    /** What one service asks of another. */
    enum Call {
        RESERVE,
        CHARGE,
        RELEASE,
        VOID
    }

    /** The reservation at inventory. */
    enum Hold {
        NONE,
        HELD,
        COMMITTED,
        RELEASED,
        EXPIRED,
        RETURNED
    }

    /** What payment has written down. */
    enum Book {
        NONE,
        ASKING,
        CAPTURED,
        DECLINED,
        GIVEN_BACK,
        CLOSED
    }

    /**
     * The money.
     *
     * @param closed whether payment has marked the order as undone
     * @param taken captures at the provider
     * @param returned refunds at the provider
     */
    record Purse(Book book, boolean closed, int taken, int returned) {
        static final Purse EMPTY = new Purse(Book.NONE, false, 0, 0);

        int kept() {
            return taken - returned;
        }

        /** A closed payment must not hold money. */
        boolean owesRefund() {
            return closed && book == Book.CAPTURED;
        }
    }

    /** Where a fact is on its way from the order to inventory. */
    enum Fact {
        NONE,
        WAITING,
        DONE
    }

    /**
     * The order's facts; they travel apart, each kind on a topic of its own.
     *
     * @param shortfall whether a confirmed order could not be given its units, for an operator
     */
    record Facts(Fact confirmed, Fact ended, boolean shortfall) {
        static final Facts NONE = new Facts(Fact.NONE, Fact.NONE, false);
    }

    /** Agrees with equality, and spares hashing the whole order again in every state. */
    @Override
    public int hashCode() {
        int kept = Objects.hash(hold, purse, facts, sent);
        return 31 * (31 * kept + runs.hashCode()) + row.getClass().hashCode() + (old ? 1 : 0);
    }

    OneOrder with(Checkout stored) {
        return new OneOrder(stored, old, runs, sent, hold, purse, facts);
    }

    OneOrder with(Hold changed) {
        return new OneOrder(row, old, runs, sent, changed, purse, facts);
    }

    OneOrder with(Purse changed) {
        return new OneOrder(row, old, runs, sent, hold, changed, facts);
    }

    OneOrder with(Facts changed) {
        return new OneOrder(row, old, runs, sent, hold, purse, changed);
    }

    OneOrder grown(boolean tooOld) {
        return new OneOrder(row, tooOld, runs, sent, hold, purse, facts);
    }

    OneOrder with(List<Run> changed) {
        return new OneOrder(row, old, List.copyOf(changed), sent, hold, purse, facts);
    }

    OneOrder sent(Call call) {
        if (sent.contains(call)) {
            return this;
        }
        List<Call> all = new ArrayList<>(sent);
        all.add(call);
        all.sort(null);
        return new OneOrder(row, old, runs, List.copyOf(all), hold, purse, facts);
    }

    boolean isOwned() {
        return runs.stream().anyMatch(Run::owns);
    }

    /** Somebody has moved the row: whoever ran it does not own it any more. */
    OneOrder disowned() {
        return with(runs.stream().map(Run::overtaken).toList());
    }

    OneOrder without(int run) {
        List<Run> others = new ArrayList<>(runs);
        others.remove(run);
        return with(others);
    }

    OneOrder with(int run, Run changed) {
        List<Run> all = new ArrayList<>(runs);
        all.set(run, changed);
        return with(all);
    }

    OneOrder and(Run begun) {
        List<Run> all = new ArrayList<>(runs);
        all.add(begun);
        return with(all);
    }
}
