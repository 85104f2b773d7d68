package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Command;
import java.util.List;

/**
 * A runner in the middle of a checkout: all of this is forgotten when it dies.
 *
 * @param state what it believes, perhaps ahead of the row
 * @param owns whether the row still has the version that it has read
 * @param next what it is about to do
 * @param commands waiting: the first is on its way; saving: what is sent afterwards
 */
record Run(Checkout state, boolean owns, Next next, List<Command> commands) {

    /** What a runner is about to do. */
    enum Next {
        HEAR,
        SAVE,
        POSTPONE,
        FINISH
    }

    /** Agrees with equality, and spares hashing the whole order again in every state. */
    @Override
    public int hashCode() {
        int doing = 31 * state.getClass().hashCode() + next.ordinal();
        return 31 * doing + 4 * commands.size() + (owns ? 2 : 0);
    }

    Run overtaken() {
        return new Run(state, false, next, commands);
    }

    /** The same run with something else to do next. */
    Run to(Checkout moved, Next then, List<Command> with) {
        return new Run(moved, owns, then, with);
    }

    String does() {
        return switch (next) {
            case HEAR -> "hears what became of " + Runner.call(commands.getFirst());
            case SAVE -> "saves " + Runner.name(state);
            case POSTPONE -> "postpones in " + Runner.name(state);
            case FINISH -> "ends as " + Runner.name(state);
        };
    }
}
