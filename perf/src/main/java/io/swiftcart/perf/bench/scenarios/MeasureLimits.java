package io.swiftcart.perf.bench.scenarios;

/** B0: what everything else is held against. */
public final class MeasureLimits implements Scenario {

    @Override
    public String id() {
        return "B0";
    }

    @Override
    public String title() {
        return "The limits of the parts, each driven alone";
    }

    @Override
    public Findings run(Bench bench) {
        Findings findings = new Findings();
        Limits limits = bench.limits();
        limits.perSecond()
                .forEach(
                        (name, rate) -> {
                            findings.figure(name, rate, "1/s");
                            double p99 = limits.p99Millis().getOrDefault(name, 0.0);
                            if (p99 > 0) {
                                findings.figure(name + ", p99", p99, "ms");
                            }
                        });
        findings.note(
                "Statements are the services' own, over 16 connections with one request each and one commit per"
                        + " request; the empty route is answered 404 by the gateway itself.");
        return findings;
    }
}
