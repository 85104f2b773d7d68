package io.swiftcart.perf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.perf.bench.load.LoadGenerator;
import io.swiftcart.perf.bench.report.Measurement;
import io.swiftcart.perf.bench.scenarios.Bench;
import io.swiftcart.perf.bench.scenarios.Findings;
import io.swiftcart.perf.bench.scenarios.NotNow;
import io.swiftcart.perf.bench.scenarios.Scenario;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All rounds: in each, every build gets a fresh shop in turn, in which every scenario is run and
 * followed by the invariants. So builds are interleaved, and what the machine does meanwhile meets
 * both.
 */
final class Runs {
    /** What is still on its way when a scenario ends must have ended by then. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Plan plan;
    private final List<Scenario> scenarios;
    private final Map<String, Path> checkouts;
    private final PrintStream progress;
    private final Consumer<List<Measurement>> keep;
    private final List<Measurement> measurements = new ArrayList<>();

    /** How one scenario went, in the words of {@link Measurement}. */
    private record Outcome(
            String state, @Nullable String why, Findings findings, @Nullable JsonNode invariants) {}

    /**
     * {@code checkouts}: by name of the subject; {@code keep}: told everything so far after each
     * scenario, since hours may be lost otherwise.
     */
    Runs(
            Plan plan,
            List<Scenario> scenarios,
            Map<String, Path> checkouts,
            PrintStream progress,
            Consumer<List<Measurement>> keep) {
        this.plan = plan;
        this.scenarios = List.copyOf(scenarios);
        this.checkouts = checkouts;
        this.progress = progress;
        this.keep = keep;
    }

    List<Measurement> rounds(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Path> subject : checkouts.entrySet()) {
                run(subject.getKey(), subject.getValue(), round);
            }
        }
        return List.copyOf(measurements);
    }

    private void run(String subject, Path checkout, int round) {
        Path folder = plan.folder().resolve(subject + "-" + round);
        say("round " + round + ", " + subject + ": starting a fresh shop");
        Shop shop = Shop.fresh(checkout, folder.resolve("shop"), plan.nativeImages());
        Thread stopping = Thread.ofPlatform().unstarted(shop::close);
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            Bench bench =
                    new Bench(plan, shop, new LoadGenerator(folder.resolve("gatling")), this::say);
            bench.warmUp();
            for (Scenario scenario : scenarios) {
                say(scenario.id() + " " + scenario.title());
                measurements.add(measured(scenario, bench, shop, subject, round));
                keep.accept(List.copyOf(measurements));
            }
        } finally {
            shop.close();
            Runtime.getRuntime().removeShutdownHook(stopping);
        }
    }

    private Measurement measured(
            Scenario scenario, Bench bench, Shop shop, String subject, int round) {
        Outcome outcome = outcome(scenario, bench, shop);
        Findings findings = outcome.findings();
        return new Measurement(
                scenario.id(),
                scenario.title(),
                subject,
                round,
                outcome.state(),
                outcome.why(),
                findings.figures(),
                findings.costs(),
                findings.series(),
                findings.notes(),
                outcome.invariants());
    }

    private Outcome outcome(Scenario scenario, Bench bench, Shop shop) {
        try {
            Findings findings = scenario.run(bench);
            Quiet.await(shop);
            Shop.Verdict verdict = verdict(shop);
            return verdict.holds()
                    ? new Outcome(Measurement.MEASURED, null, findings, verdict.report())
                    : new Outcome(
                            Measurement.VOID,
                            "An invariant is broken, or could not be looked at.",
                            findings,
                            verdict.report());
        } catch (NotNow notNow) {
            return notMeasured(scenario, Measurement.NOT_RUN, notNow);
        } catch (BenchFailure failure) {
            return notMeasured(scenario, Measurement.FAILED, failure);
        }
    }

    private Outcome notMeasured(Scenario scenario, String state, RuntimeException why) {
        String sentence = String.valueOf(why.getMessage());
        say(scenario.id() + " " + state + ": " + sentence);
        return new Outcome(state, sentence, new Findings(), null);
    }

    private Shop.Verdict verdict(Shop shop) {
        long begun = System.nanoTime();
        Shop.Verdict verdict = shop.verify();
        while (!verdict.holds() && System.nanoTime() - begun < LAST_CHANCE.toNanos()) {
            Quiet.pause(LOOK_AGAIN);
            verdict = shop.verify();
        }
        say(verdict.holds() ? "all invariants hold" : "AN INVARIANT IS BROKEN: the run is void");
        return verdict;
    }

    private void say(String what) {
        progress.println("  " + what);
    }
}
