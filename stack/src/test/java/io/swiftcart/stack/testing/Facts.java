package io.swiftcart.stack.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes facts to Kafka and reads them. Needs the part {@code kafka}. */
public final class Facts {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Facts() {}

    /** The broker's door for the tests themselves: {@code host:port}, without TLS. */
    public static String broker() {
        return Handover.KAFKA.value();
    }

    /** Publishes one record and waits until the broker has it. {@code json} null is a tombstone. */
    public static void publish(
            String topic, String key, @Nullable String json, Map<String, String> headers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> fact = new ProducerRecord<>(topic, key, json);
            headers.forEach(
                    (name, value) ->
                            fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(fact).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses the fact", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A reading of the topic from its beginning. */
    public static Reading consume(String topic) {
        return new Reading(topic);
    }

    /** One record; {@code json} is null for a tombstone. */
    public record Received(String key, @Nullable String json, Map<String, String> headers) {

        static Received of(ConsumerRecord<String, @Nullable String> fact) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : fact.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Received(fact.key(), fact.value(), headers);
        }
    }

    /** Reads one topic, in no group. */
    public static final class Reading {

        private final String topic;

        private Reading(String topic) {
            this.topic = topic;
        }

        /**
         * All records so far as soon as they fulfil the condition; an assertion error after 20
         * seconds.
         */
        public List<Received> until(Predicate<List<Received>> condition) {
            List<Received> received = new ArrayList<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            Map<String, Object> settings = Map.of("bootstrap.servers", broker());
            try (KafkaConsumer<String, @Nullable String> consumer =
                    new KafkaConsumer<>(
                            settings, new StringDeserializer(), new StringDeserializer())) {
                List<TopicPartition> partitions =
                        consumer.partitionsFor(topic).stream()
                                .map(info -> new TopicPartition(topic, info.partition()))
                                .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (!condition.test(received)) {
                    if (System.nanoTime() > end) {
                        throw new AssertionError(topic + " holds " + received);
                    }
                    consumer.poll(PAUSE).forEach(fact -> received.add(Received.of(fact)));
                }
            }
            return received;
        }

        /**
         * The records with this key as soon as there are {@code count}; an assertion error after 20
         * seconds.
         */
        public List<Received> ofKey(String key, int count) {
            return until(
                            all ->
                                    all.stream().filter(fact -> key.equals(fact.key())).count()
                                            >= count)
                    .stream()
                    .filter(fact -> key.equals(fact.key()))
                    .toList();
        }
    }
}
