package io.swiftcart.stack.parts.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The main class of the broker's JVM: formats the storage on the first start, then serves until it
 * is stopped.
 */
public final class KafkaNode {

    private KafkaNode() {}

    /** {@code args}: the properties file, the storage directory and the id of the cluster. */
    public static void main(String[] args) {
        String properties = args[0];
        Path storage = Path.of(args[1]);
        String clusterId = args[2];
        if (!Files.exists(storage.resolve("meta.properties"))) {
            // A format that was cut short is done again from the start.
            int exit =
                    StorageTool.execute(
                            new String[] {
                                "format", "--ignore-formatted", "-t", clusterId, "-c", properties
                            },
                            System.err);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        Kafka.main(new String[] {properties});
    }
}
