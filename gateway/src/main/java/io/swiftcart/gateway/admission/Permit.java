package io.swiftcart.gateway.admission;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The place of one request under way. It is given back once, however often that is said. */
public final class Permit {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Consumer<Outcome> giveBack;

    Permit(Consumer<Outcome> giveBack) {
        this.giveBack = giveBack;
    }

    /**
     * The service has nothing more to do with the request.
     *
     * @param outcome what its answer, or its silence, says of it
     */
    public void done(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            giveBack.accept(outcome);
        }
    }

    /** The same permit, after whose end something more is done. */
    Permit then(Runnable afterwards) {
        return new Permit(
                outcome -> {
                    done(outcome);
                    afterwards.run();
                });
    }
}
