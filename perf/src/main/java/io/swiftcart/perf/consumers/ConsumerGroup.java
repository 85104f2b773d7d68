package io.swiftcart.perf.consumers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One member, all partitions, the client's own defaults; what was published before is left out. */
final class ConsumerGroup implements Runnable {
    private static final Pattern TOPICS = Pattern.compile("(orders|payments|inventory)\\..+\\.v1");
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrap;
    private final String name;
    private final AtomicLong facts = new AtomicLong();
    private volatile boolean assigned;

    ConsumerGroup(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
    }

    @Override
    public void run() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", name);
        settings.put("auto.offset.reset", "latest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(TOPICS);
            while (true) {
                facts.addAndGet(consumer.poll(POLL).count());
                if (!assigned && !consumer.assignment().isEmpty()) {
                    // From here on nothing is missed, however late the first fact comes.
                    consumer.assignment().forEach(consumer::position);
                    assigned = true;
                }
            }
        }
    }

    boolean reads() {
        return assigned;
    }

    long facts() {
        return facts.get();
    }
}
