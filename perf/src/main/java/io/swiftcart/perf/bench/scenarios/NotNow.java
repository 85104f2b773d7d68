package io.swiftcart.perf.bench.scenarios;

/** A scenario that cannot be run here; one sentence says why. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotNow(String why) {
        super(why);
    }
}
