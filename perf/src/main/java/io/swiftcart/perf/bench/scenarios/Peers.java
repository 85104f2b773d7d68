package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.measure.Cost;
import java.util.Map;
import java.util.Set;

/** B8: the same journey in Spring Boot, measured in turns with ours. */
public final class Peers implements Scenario {
    private static final double TIMES_TWIN = 2;
    private static final double MEMORY_OF_TWIN = 0.5;
    private static final double VENDURE_CPU_MILLIS = 125;
    private static final double TIMES_VENDURE = 30;
    private static final int TURNS = 2;
    private static final Set<String> SHARED = Set.of("twin", "postgres", "kafka", "paymentSandbox");

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String title() {
        return "Peers on the same machine";
    }

    @Override
    public Findings run(Bench bench) {
        Saturation ours = bench.saturation();
        try (Twin twin = Twin.start(bench.shop(), bench.plan())) {
            bench.say("warming up the twin");
            bench.generator()
                    .run(
                            Load.of(Bench.PLACE_ORDER)
                                    .rate(bench.plan().firstRate())
                                    .lasting(bench.plan().warmUp()),
                            twin.address(),
                            bench.token());
            Saturation theirs =
                    Saturation.find(bench, Bench.PLACE_ORDER, Bench.ORDER, twin.address());
            return compared(bench, twin, ours, theirs);
        }
    }

    private static Findings compared(Bench bench, Twin twin, Saturation ours, Saturation theirs) {
        Findings findings = new Findings();
        findings.figure("saturation, SwiftCart", ours.peak(), "orders/s");
        findings.figure("saturation, Spring twin", theirs.peak(), "orders/s");
        findings.atLeast(TIMES_TWIN, "SwiftCart / twin", ours.peak() / theirs.peak(), "×");
        double rate = Math.min(ours.peak(), theirs.peak()) / 2;
        for (int turn = 1; turn <= TURNS; turn++) {
            Load load = Load.of(Bench.PLACE_ORDER).rate(rate).lasting(bench.plan().step());
            Bench.Loaded own = bench.measured(load, Bench.ORDER);
            Bench.Loaded other =
                    bench.measured(
                            load,
                            Bench.ORDER,
                            twin.address(),
                            bench.token(),
                            Map.of("twin", twin.pid()));
            report(bench, findings, "turn " + turn + ": ", own, other);
        }
        findings.note(
                "The twin is one process: it makes no calls between services, sends no mail, and has no saga to fall back"
                        + " on. Its figures hold its own process, PostgreSQL, Kafka and the sandbox; ours hold"
                        + " everything that runs.");
        findings.note(
                "Vendure is not installed here: its figure of 125 ms a checkout was taken elsewhere on such a machine.");
        return findings;
    }

    private static void report(
            Bench bench, Findings findings, String turn, Bench.Loaded own, Bench.Loaded other) {
        Cost ours = own.cost();
        double theirCpu =
                other.cost().processes().entrySet().stream()
                        .filter(process -> SHARED.contains(process.getKey()))
                        .mapToDouble(process -> process.getValue().cpuMillisPerOrder())
                        .sum();
        Set<String> services = bench.shop().management().keySet();
        double memory = ours.mebibytes(services::contains);
        double theirMemory = other.cost().mebibytes("twin"::equals);
        findings.figure(turn + "CPU per order, SwiftCart", ours.cpuMillisPerOrder(), "ms");
        findings.figure(turn + "CPU per order, Spring twin", theirCpu, "ms");
        findings.figure(
                turn + "p99, SwiftCart", own.result().millis(Bench.ORDER, 201, "p99"), "ms");
        findings.figure(
                turn + "p99, Spring twin", other.result().millis(Bench.ORDER, 201, "p99"), "ms");
        findings.figure(turn + "memory of all services", memory, "MiB");
        findings.figure(turn + "memory of the twin", theirMemory, "MiB");
        findings.below(MEMORY_OF_TWIN, turn + "memory, ours / twin", memory / theirMemory, "×");
        findings.atLeast(
                TIMES_VENDURE,
                turn + "Vendure's 125 ms / our CPU per order",
                VENDURE_CPU_MILLIS / ours.cpuMillisPerOrder(),
                "×");
    }
}
