package io.swiftcart.e2e.chaos;

import java.time.Duration;

/**
 * How much of everything.
 *
 * @param seeds how often a scenario that depends on chance is run; {@code -Dseeds=} asks for others
 * @param buyers how many want one of a hundred units
 * @param perSecond orders while things break
 * @param calm how long the load runs before the first fault
 * @param fault how long a fault lasts that is not a crash
 * @param provider how long the provider is away, or not to be relied on
 * @param keys how many keys are sent 200 times each
 * @param nextCrash how long after one process the next is killed
 * @param randomCrashes how many processes are killed where chance has it
 * @param patience how long a buyer goes on who is told to come again later
 */
record Form(
        int seeds,
        int buyers,
        int perSecond,
        Duration calm,
        Duration fault,
        Duration provider,
        int keys,
        Duration nextCrash,
        int randomCrashes,
        Duration patience) {

    private static final Form SHORT =
            new Form(
                    1,
                    200,
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(8),
                    1,
                    Duration.ofSeconds(3),
                    0,
                    Duration.ofMinutes(2));
    private static final Form LONG =
            new Form(
                    20,
                    2_000,
                    50,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    10,
                    Duration.ofSeconds(6),
                    12,
                    Duration.ofMinutes(15));

    /** The short one, unless {@code -Dchaos.form=long}. */
    static Form get() {
        return "long".equals(System.getProperty("chaos.form")) ? LONG : SHORT;
    }
}
