package io.swiftcart.gateway.admission;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.swiftcart.gateway.RouteClass;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Gates of a test, and who comes to them, at a time that the test tells. */
final class Visitors {
    private static final String PREFIX = "swiftcart.gateway.admission.";

    private final AtomicLong now = new AtomicLong();

    /** A gate with these settings, by name; {@code slow} is a second. */
    Gate gate(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>(Map.of(PREFIX + "slow", "1s"));
        settings.forEach((name, value) -> named.put(PREFIX + kebab(name), value));
        AdmissionConfig config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(AdmissionConfig.class)
                        .withDefaultValues(named)
                        .build()
                        .getConfigMapping(AdmissionConfig.class);
        return new Gate(config, 1, now::get);
    }

    void after(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** One after the other, so often that their mean is known. */
    void serve(Gate gate, int times, Duration stay) {
        for (int served = 0; served < times; served++) {
            Permit inside = gate.enter(RouteClass.CHECKOUT).result();
            after(stay);
            inside.done(Outcome.SERVED);
        }
    }

    /** As many at once as there are places, one crowd after the other. */
    void serveCrowds(Gate gate, int times, Duration stay) {
        for (int served = 0; served < times; served++) {
            List<Future<Permit>> inside = enter(gate, RouteClass.CHECKOUT, gate.places());
            after(stay);
            inside.forEach(each -> each.result().done(Outcome.SERVED));
        }
    }

    static List<Future<Permit>> enter(Gate gate, RouteClass routeClass, int times) {
        return IntStream.range(0, times).mapToObj(_ -> gate.enter(routeClass)).toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
