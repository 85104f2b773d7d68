package io.swiftcart.gateway.admission;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The place of one request under way. It is given back once, however often that is said. */
public final class Permit {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Consumer<Boolean> giveBack;

    Permit(Consumer<Boolean> giveBack) {
        this.giveBack = giveBack;
    }

    /**
     * The service has nothing more to do with the request.
     *
     * @param strained whether its answer, or its silence, says that it has too much to do
     */
    public void done(boolean strained) {
        if (over.compareAndSet(false, true)) {
            giveBack.accept(strained);
        }
    }

    /** The same permit, after whose end something more is done. */
    Permit then(Runnable afterwards) {
        return new Permit(
                strained -> {
                    done(strained);
                    afterwards.run();
                });
    }
}
