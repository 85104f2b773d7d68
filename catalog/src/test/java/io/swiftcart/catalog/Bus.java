package io.swiftcart.catalog;

import static org.awaitility.Awaitility.await;

import io.swiftcart.stack.testing.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes Kafka as another service would. */
final class Bus {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private Bus() {}

    /** One message as it travelled. */
    record Told(String value, Map<String, String> headers) {}

    /** Waits until the topic has {@code count} messages of this key, and gives all it has. */
    static List<Told> told(String topic, String key, int count) {
        List<Told> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = reader()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(DEADLINE)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> collect(consumer, key, found) >= count);
        }
        return found;
    }

    static void publish(String topic, String key, String value) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(servers(), new StringSerializer(), new StringSerializer())) {
            RecordMetadata _ = producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int collect(
            KafkaConsumer<String, String> consumer, String key, List<Told> found) {
        for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
            if (key.equals(each.key())) {
                Map<String, String> headers = new TreeMap<>();
                each.headers()
                        .forEach(
                                header ->
                                        headers.put(
                                                header.key(),
                                                new String(
                                                        header.value(), StandardCharsets.UTF_8)));
                found.add(new Told(each.value(), headers));
            }
        }
        return found.size();
    }

    private static KafkaConsumer<String, String> reader() {
        return new KafkaConsumer<>(servers(), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Facts.broker());
    }
}
