package io.swiftcart.perf.config;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.incrementUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.List;

/**
 * How buyers arrive. All but {@code users} are open: who comes does not wait for who is there, so
 * that a slow shop is not asked less.
 *
 * <ul>
 *   <li>{@code constant}: {@code perf.rate} a second for {@code perf.seconds}
 *   <li>{@code steps}, {@code capacity}: from {@code perf.rate} up by as much, {@code perf.steps}
 *       times, each for {@code perf.seconds}
 *   <li>{@code ramp}: evenly from 1 to {@code perf.rate} within {@code perf.seconds}
 *   <li>{@code soak}: a tenth of the time to rise, then constant
 *   <li>{@code spike}: constant, with {@code perf.users} at once in the middle
 *   <li>{@code users}: {@code perf.users} at any time, the closed model: whoever has finished is
 *       followed by the next; a tenth of the time to fill the shop
 * </ul>
 */
public final class Profile {

    private Profile() {}

    /** The scenario under the configured profile. */
    public static PopulationBuilder of(ScenarioBuilder scenario) {
        return Settings.profile().equals("users")
                ? scenario.injectClosed(
                        rampConcurrentUsers(1)
                                .to(Settings.users())
                                .during(Settings.duration().dividedBy(10)),
                        constantConcurrentUsers(Settings.users()).during(Settings.duration()))
                : scenario.injectOpen(arrivals(1));
    }

    /** A part of the arrivals, for a mix of scenarios. */
    public static PopulationBuilder part(ScenarioBuilder scenario, double share) {
        return scenario.injectOpen(arrivals(share));
    }

    private static List<OpenInjectionStep> arrivals(double share) {
        double rate = Settings.rate() * share;
        Duration duration = Settings.duration();
        return switch (Settings.profile()) {
            case "constant" -> List.of(constantUsersPerSec(rate).during(duration));
            case "steps", "capacity" ->
                    List.of(
                            incrementUsersPerSec(rate)
                                    .times(Settings.steps())
                                    .eachLevelLasting(duration)
                                    .startingFrom(rate));
            case "ramp" -> List.of(rampUsersPerSec(Math.min(1, rate)).to(rate).during(duration));
            case "soak" ->
                    List.of(
                            rampUsersPerSec(Math.min(1, rate))
                                    .to(rate)
                                    .during(duration.dividedBy(10)),
                            constantUsersPerSec(rate).during(duration));
            case "spike" ->
                    List.of(
                            constantUsersPerSec(rate).during(duration.dividedBy(2)),
                            atOnceUsers((int) Math.max(1, Settings.users() * share)),
                            constantUsersPerSec(rate).during(duration.dividedBy(2)),
                            nothingFor(Duration.ofSeconds(1)));
            default ->
                    throw new IllegalArgumentException(
                            "perf.profile "
                                    + Settings.profile()
                                    + " is not known: take constant, steps, capacity, ramp, soak, spike or users.");
        };
    }
}
