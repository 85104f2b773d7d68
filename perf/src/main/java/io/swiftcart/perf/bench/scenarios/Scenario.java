package io.swiftcart.perf.bench.scenarios;

/** One thing that is measured. */
public interface Scenario {

    /** As it is called on the command line: {@code B1}. */
    String id();

    /** What is measured, in a few words. */
    String title();

    /** Measures it; fails with {@link NotNow} when it cannot be run here. */
    Findings run(Bench bench);
}
