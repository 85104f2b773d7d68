package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;

import io.swiftcart.stack.testing.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Looks at Kafka from the service's side: what has been worked off, and what a replay looks like.
 */
final class Bus {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String GROUP = "notification";

    private Bus() {}

    /**
     * Publishes everything that the topic holds once more, in the same order, as a consumer that
     * begins at 0 sees it.
     */
    static int replay(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = atTheBeginningOf(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        publish(topic, all);
        return all.size();
    }

    /** Waits until the service has worked off and acknowledged all there is. */
    static void awaitConsumed(String topic) {
        await().atMost(PATIENCE).until(() -> ends(topic).equals(acknowledged(topic)));
    }

    private static void publish(String topic, List<ConsumerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(servers(), new StringSerializer(), new ByteArraySerializer())) {
            messages.forEach(
                    message ->
                            producer.send(
                                    new ProducerRecord<>(
                                            topic,
                                            message.partition(),
                                            message.key(),
                                            message.value(),
                                            message.headers())));
        }
    }

    private static Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = atTheBeginningOf(topic)) {
            Map<TopicPartition, Long> ends =
                    new LinkedHashMap<>(consumer.endOffsets(consumer.assignment()));
            ends.values().removeIf(end -> end == 0);
            return ends;
        }
    }

    private static Map<TopicPartition, Long> acknowledged(String topic)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(servers())) {
            Map<TopicPartition, Long> acknowledged = new LinkedHashMap<>();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> each :
                    admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .entrySet()) {
                if (each.getKey().topic().equals(topic)
                        && each.getValue() != null
                        && each.getValue().offset() > 0) {
                    acknowledged.put(each.getKey(), each.getValue().offset());
                }
            }
            return acknowledged;
        }
    }

    private static KafkaConsumer<String, byte[]> atTheBeginningOf(String topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        servers(), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Facts.broker());
    }
}
