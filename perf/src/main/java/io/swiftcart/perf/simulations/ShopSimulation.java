package io.swiftcart.perf.simulations;

import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Profile;
import io.swiftcart.perf.config.Settings;
import io.swiftcart.perf.outcomes.Outcomes;
import java.time.Duration;
import java.util.List;

/** One or several journeys under the configured profile; notes how the requests ended. */
abstract class ShopSimulation extends Simulation {
    /** Who is still waiting by then is not waited for. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);

    final void run(
            String name, ChainBuilder journey, HttpProtocolBuilder http, Objective... objectives) {
        run(List.of(Profile.of(scenario(name).exec(journey))), http, objectives);
    }

    final void run(
            List<PopulationBuilder> populations,
            HttpProtocolBuilder http,
            Objective... objectives) {
        Assertion[] assertions = Objective.judged(objectives);
        SetUp setUp = setUp(populations).protocols(http).maxDuration(longest().plus(LAST_ANSWERS));
        if (assertions.length > 0) {
            setUp.assertions(assertions);
        }
    }

    @Override
    public void after() {
        Outcomes.write();
    }

    private static Duration longest() {
        Duration one = Settings.duration();
        return switch (Settings.profile()) {
            case "steps", "capacity" -> one.multipliedBy(Settings.steps());
            case "soak", "users" -> one.plus(one.dividedBy(10));
            default -> one;
        };
    }
}
