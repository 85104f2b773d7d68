package io.swiftcart.gateway.routing;

import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;

/**
 * Where the replicas of each service listen, from {@code swiftcart.<service>.addresses}; each
 * request to a service begins with its next replica.
 */
@Singleton
class Replicas {
    private final Map<String, Turns> turns;

    Replicas(Config config) {
        turns =
                RouteTable.services().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), service -> read(config, service)));
    }

    /** All replicas of a service in the order in which to try them. */
    List<SocketAddress> of(String service) {
        return turns(service).next();
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
