package io.swiftcart.gateway.routing;

import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;

/** Where the replicas of each service listen; each call begins with the next one. */
@Singleton
class Replicas {
    private final Config config;
    private final Map<String, List<SocketAddress>> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(Config config) {
        this.config = config;
    }

    /** All replicas of a service in the order in which to try them. */
    List<SocketAddress> of(String service) {
        List<SocketAddress> all = addresses.computeIfAbsent(service, this::read);
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((first + i) % all.size()))
                .toList();
    }

    private List<SocketAddress> read(String service) {
        return config.getValues("swiftcart." + service + ".addresses", String.class).stream()
                .map(Replicas::address)
                .toList();
    }

    private static SocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return SocketAddress.inetSocketAddress(
                Integer.parseInt(hostAndPort.substring(colon + 1)),
                hostAndPort.substring(0, colon));
    }
}
