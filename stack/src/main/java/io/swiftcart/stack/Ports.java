package io.swiftcart.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ports of one data directory, by name. A port is kept from one start to the next while nobody
 * else has taken it, so that addresses and the issuer in tokens outlive a restart. Not safe for
 * threads: assign before starting.
 */
public final class Ports {

    private static final TypeReference<TreeMap<String, Integer>> SHAPE = new TypeReference<>() {};
    private static final int HIGHEST = 65_535;

    private final Layout layout;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> kept;
    private final Map<String, Integer> assigned = new TreeMap<>();
    private final Set<Integer> used = new HashSet<>();
    private int next;

    private Ports(Layout layout, int base) {
        this.layout = layout;
        this.next = base;
        this.kept = base == 0 ? read(layout, json) : new TreeMap<>();
    }

    /** Free ports of the system's choice. */
    public static Ports free(Layout layout) {
        return new Ports(layout, 0);
    }

    /** Ports counted up from {@code base}; one that is taken is an error. */
    public static Ports from(Layout layout, int base) {
        return new Ports(layout, base);
    }

    /** The port of this name, free at this moment. */
    public int of(String name) {
        Integer known = assigned.get(name);
        if (known != null) {
            return known;
        }
        if (next > 0) {
            return exactly(name, next++);
        }
        Integer before = kept.get(name);
        int port = before != null && !used.contains(before) && isFree(before) ? before : anyFree();
        return assign(name, port);
    }

    /** This very port, or a failure that names it. */
    public int exactly(String name, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new StackFailure(
                    "Port " + port + " for " + name + " is not between 1 and " + HIGHEST + ".");
        }
        if (used.contains(port) || !isFree(port)) {
            throw new StackFailure(
                    "Port "
                            + port
                            + " for "
                            + name
                            + " is taken: stop the program that listens there, or choose another one with"
                            + " --port or --bare-ports.");
        }
        return assign(name, port);
    }

    /** Keeps the assignment for the next start. */
    public void save() throws IOException {
        AtomicFile.write(layout.ports(), json.writeValueAsString(assigned));
    }

    private int assign(String name, int port) {
        used.add(port);
        assigned.put(name, port);
        return port;
    }

    private int anyFree() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!used.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new StackFailure("The system has no free port: " + e.getMessage() + ".", e);
            }
        }
    }

    /** Both the loopback and the wildcard address are asked: either may be held by a neighbour. */
    private static boolean isFree(int port) {
        return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Map<String, Integer> read(Layout layout, ObjectMapper json) {
        try {
            return Files.exists(layout.ports())
                    ? json.readValue(layout.ports().toFile(), SHAPE)
                    : new TreeMap<>();
        } catch (IOException _) {
            // Only a preference: with none, any free port does.
            return new TreeMap<>();
        }
    }
}
