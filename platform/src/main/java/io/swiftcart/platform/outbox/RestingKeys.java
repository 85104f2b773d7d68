package io.swiftcart.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swiftcart.platform.outbox.FactPublisher.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys whose next fact could not be sent. Each rests before it is tried again, longer every time:
 * trying takes seconds, in which the facts of all other keys wait.
 */
@ApplicationScoped
class RestingKeys {
    /** How long a key may stay behind when the broker is back. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofSeconds(1);

    private record Rest(Duration pause, Instant until) {}

    private final Map<String, Rest> rests = new ConcurrentHashMap<>();
    private final Clock clock;

    RestingKeys(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("swiftcart.outbox.blocked.keys", rests, Map::size)
                .description("Keys whose next fact could not be sent to Kafka")
                .register(meters);
    }

    /** The keys that are not to be tried now. */
    List<String> keys() {
        Instant now = clock.instant();
        return rests.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lets the keys that failed rest, and forgets those that went through. */
    void note(Published published) {
        published.sentKeys().forEach(rests::remove);
        published.failedKeys().forEach(key -> rests.merge(key, restOf(FIRST), this::longer));
    }

    /** Whoever leads next begins afresh. */
    void clear() {
        rests.clear();
    }

    private Rest longer(Rest former, Rest first) {
        Duration twice = former.pause().multipliedBy(2);
        return restOf(twice.compareTo(LONGEST) < 0 ? twice : LONGEST);
    }

    private Rest restOf(Duration pause) {
        return new Rest(pause, clock.instant().plus(pause));
    }
}
