package io.swiftcart.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** What lies on a topic. */
public record Bus(String bootstrap) {

    /** One fact as it travels, headers as text. */
    public record Fact(String key, byte[] value, Map<String, String> headers) {

        /** All of it, to be searched. */
        String text() {
            String content = value == null ? "" : new String(value, StandardCharsets.UTF_8);
            return key + " " + headers + " " + content;
        }
    }

    /** Everything from the first offset to the end as it is at the call. */
    public List<Fact> all(String topic) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Fact> facts = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> facts.add(fact(message)));
            }
            return facts;
        }
    }

    /** Publishes everything that lies on the topic once more, as it came. */
    public void replay(String topic) {
        publish(topic, all(topic));
    }

    /** Publishes these as they came, in their order. */
    public void publish(String topic, List<Fact> facts) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (Fact fact : facts) {
                var message = new ProducerRecord<>(topic, fact.key(), fact.value());
                fact.headers()
                        .forEach(
                                (name, value) ->
                                        message.headers()
                                                .add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(message);
            }
        }
    }

    /** True when the group has acknowledged everything that lies on the topic now. */
    public boolean isReadBy(String group, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetAndMetadata> read =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            return ends(topic).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .allMatch(
                            end ->
                                    read.containsKey(end.getKey())
                                            && read.get(end.getKey()).offset() >= end.getValue());
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private Map<TopicPartition, Long> ends(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static Fact fact(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return new Fact(message.key(), message.value(), headers);
    }
}
