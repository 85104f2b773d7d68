package io.swiftcart.e2e.chaos;

import java.time.Duration;

/**
 * How much of everything.
 *
 * @param seeds how often a scenario that depends on chance is run
 * @param buyers how many want one of a hundred units
 * @param perSecond orders while things break
 * @param calm how long the load runs before the first fault
 * @param fault how long a fault lasts that is not a crash
 * @param providerDown how long nobody takes money
 * @param keys how many keys are sent 200 times each
 * @param nextCrash how long one process may take to come back before the next is killed
 * @param randomCrashes how many processes are killed where chance has it
 */
record Form(
        int seeds,
        int buyers,
        int perSecond,
        Duration calm,
        Duration fault,
        Duration providerDown,
        int keys,
        Duration nextCrash,
        int randomCrashes) {

    private static final Form SHORT =
            new Form(
                    1,
                    300,
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(12),
                    2,
                    Duration.ofSeconds(6),
                    4);
    private static final Form LONG =
            new Form(
                    20,
                    5_000,
                    50,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    10,
                    Duration.ofSeconds(90),
                    12);

    /** The short one, unless {@code -Dchaos.form=long}. */
    static Form get() {
        return "long".equals(System.getProperty("chaos.form")) ? LONG : SHORT;
    }
}
