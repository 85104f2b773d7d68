package io.swiftcart.perf.consumers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads all facts of orders, payments and stock in so many consumer groups until it is ended:
 * {@code KAFKA GROUPS FILE}. As soon as every group reads, and each second from then on, the file
 * is a JSON array of the facts that each has read. Runs on the libraries of a service: they read
 * what it compresses.
 */
public final class Consumers {
    private static final Duration TOLD_EACH = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Consumers() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // A group that ends is a process that ends: others would be measured in its place.
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
        List<ConsumerGroup> groups =
                IntStream.rangeClosed(1, Integer.parseInt(arguments[1]))
                        .mapToObj(number -> new ConsumerGroup(arguments[0], "perf-" + number))
                        .toList();
        groups.forEach(group -> Thread.ofPlatform().start(group));
        Path file = Path.of(arguments[2]);
        while (true) {
            if (groups.stream().allMatch(ConsumerGroup::reads)) {
                tell(file, groups.stream().map(ConsumerGroup::facts).toList());
            }
            Thread.sleep(TOLD_EACH);
        }
    }

    /** Whole or not at all: somebody reads it meanwhile. */
    private static void tell(Path file, List<Long> facts) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(written.toFile(), facts);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
