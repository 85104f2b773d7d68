package io.swiftcart.gateway.routing;

import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the replicas of each service listen, from {@code swiftcart.<service>.addresses}; each
 * request to a service begins with its next replica. One that is about to stop is tried last for a
 * while.
 */
@Singleton
class Replicas {
    private final Map<String, Turns> turns;
    private final Clock clock;
    private final long restMillis;

    /** When each replica that has said that it stops may come first again, in ms of the clock. */
    private final Map<SocketAddress, Long> leaving = new ConcurrentHashMap<>();

    Replicas(
            Config config,
            Clock clock,
            @ConfigProperty(name = "swiftcart.gateway.leaving", defaultValue = "10s")
                    Duration rest) {
        this.clock = clock;
        restMillis = rest.toMillis();
        turns =
                RouteTable.services().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), service -> read(config, service)));
    }

    /** All replicas of a service in the order in which to try them. */
    List<SocketAddress> of(String service) {
        List<SocketAddress> next = turns(service).next();
        return leaving.isEmpty()
                ? next
                : next.stream().sorted(Comparator.comparing(this::isLeaving)).toList();
    }

    /** A replica has said that it is about to stop. */
    void leaves(SocketAddress replica) {
        leaving.put(replica, clock.millis() + restMillis);
    }

    private boolean isLeaving(SocketAddress replica) {
        Long until = leaving.get(replica);
        if (until == null || until > clock.millis()) {
            return until != null;
        }
        leaving.remove(replica, until);
        return false;
    }

    /** How many there are. */
    int count(String service) {
        return turns(service).all().size();
    }

    private Turns turns(String service) {
        Turns found = turns.get(service);
        if (found == null) {
            throw new IllegalArgumentException("no route leads to " + service);
        }
        return found;
    }

    private record Turns(List<SocketAddress> all, AtomicInteger turn) {
        List<SocketAddress> next() {
            int first = Math.floorMod(turn.getAndIncrement(), all.size());
            return IntStream.range(0, all.size())
                    .mapToObj(i -> all.get((first + i) % all.size()))
                    .toList();
        }
    }

    private static Turns read(Config config, String service) {
        List<SocketAddress> all =
                config.getValues("swiftcart." + service + ".addresses", String.class).stream()
                        .map(Replicas::address)
                        .toList();
        return new Turns(all, new AtomicInteger());
    }

    private static SocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return SocketAddress.inetSocketAddress(
                Integer.parseInt(hostAndPort.substring(colon + 1)),
                hostAndPort.substring(0, colon));
    }
}
