package io.swiftcart.perf.bench.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one run of Gatling is told; see {@code Settings} for the names. */
public final class Load {
    /** The load generator's own start, on the processors that the shop has as well. */
    private static final Duration RUN_IN = Duration.ofSeconds(5);

    private final String simulation;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Duration duration = Duration.ofSeconds(30);

    private Load(String simulation) {
        this.simulation = simulation;
    }

    /** {@code simulation}: simple name of a class of the package {@code simulations}. */
    public static Load of(String simulation) {
        return new Load(simulation);
    }

    /** Arrivals at a constant rate. */
    public Load rate(double perSecond) {
        return steadily("constant").with("rate", Double.toString(perSecond));
    }

    /** So many users at any time. */
    public Load users(int users, Duration thinkTime) {
        return steadily("users")
                .with("users", Integer.toString(users))
                .with("thinkSeconds", Double.toString(thinkTime.toMillis() / 1000.0));
    }

    private Load steadily(String profile) {
        return with("profile", profile).with("runIn", Long.toString(RUN_IN.toSeconds()));
    }

    public Load lasting(Duration time) {
        duration = time;
        return with("seconds", Long.toString(time.toSeconds()));
    }

    /** Any other setting. */
    public Load with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Duration duration() {
        return duration;
    }

    String simulation() {
        return simulation;
    }

    Map<String, String> settings() {
        return settings;
    }
}
