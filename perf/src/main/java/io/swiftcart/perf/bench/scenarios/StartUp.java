package io.swiftcart.perf.bench.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.measure.Cost;
import java.util.HashSet;
import java.util.Set;

/** B7: how soon the services are ready, what they hold, and what an order costs in memory. */
public final class StartUp implements Scenario {
    private static final double MEBIBYTE = 1048576;
    private static final double JVM_MILLIS = 1500;
    private static final double NATIVE_MILLIS = 100;
    private static final double NATIVE_MEBIBYTES = 80;

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "Start-up and memory";
    }

    @Override
    public Findings run(Bench bench) {
        boolean nativeImages = bench.plan().nativeImages();
        Findings findings = new Findings();
        Set<String> services = new HashSet<>(bench.shop().management().keySet());
        for (JsonNode process : bench.shop().status()) {
            String name = process.path("name").asText();
            if (services.contains(name)) {
                findings.below(
                        nativeImages ? NATIVE_MILLIS : JVM_MILLIS,
                        name + " ready after",
                        process.path("startupMillis").asDouble(),
                        "ms");
            }
        }
        findings.figure(
                "whole shop ready after",
                bench.shop().run().path("readyAfterMillis").asDouble() / 1000,
                "s");
        memory(bench, services, nativeImages, findings);
        findings.note(
                "All services start at once on these processors, so each waits for the others. Memory at rest is that"
                        + " after the warm-up.");
        return findings;
    }

    private static void memory(
            Bench bench, Set<String> services, boolean nativeImages, Findings findings) {
        double idle = 0;
        for (JsonNode process : bench.shop().status()) {
            String name = process.path("name").asText();
            double mebibytes = process.path("rssBytes").asDouble() / MEBIBYTE;
            if (services.contains(name) && nativeImages) {
                findings.below(NATIVE_MEBIBYTES, name + " at rest", mebibytes, "MiB");
            } else if (services.contains(name)) {
                findings.figure(name + " at rest", mebibytes, "MiB");
            }
            idle += services.contains(name) ? mebibytes : 0;
        }
        double peak = bench.saturation().peak();
        Cost cost =
                bench.measured(
                                Load.of(Bench.PLACE_ORDER)
                                        .rate(peak / 2)
                                        .lasting(bench.plan().step()),
                                Bench.ORDER)
                        .cost();
        double loaded = cost.mebibytes(services::contains);
        findings.figure("services at rest", idle, "MiB");
        findings.figure("services under half of saturation", loaded, "MiB");
        findings.figure("orders/s per GiB of services", peak / (loaded / 1024), "1/s");
    }
}
