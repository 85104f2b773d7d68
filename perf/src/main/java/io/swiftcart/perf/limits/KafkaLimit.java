package io.swiftcart.perf.limits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One producer with as many records under way as the relay has at most. */
final class KafkaLimit {
    private static final int UNDER_WAY = 500;

    private KafkaLimit() {}

    /** Acknowledged records a second. */
    static Rate run(KafkaProducer<String, byte[]> producer, Duration during)
            throws InterruptedException {
        byte[] payload = Payload.ofFact(new UUID(0, 0)).getBytes(StandardCharsets.UTF_8);
        Semaphore room = new Semaphore(UNDER_WAY);
        AtomicLong acknowledged = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < during.toNanos() && failure.get() == null) {
            room.acquire();
            var unused =
                    producer.send(
                            new ProducerRecord<>(
                                    Broker.TOPIC, UUID.randomUUID().toString(), payload),
                            (_, failed) -> {
                                room.release();
                                if (failed == null) {
                                    acknowledged.incrementAndGet();
                                } else {
                                    failure.set(failed);
                                }
                            });
        }
        room.acquire(UNDER_WAY);
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka refuses a record", failure.get());
        }
        return Rate.of(acknowledged.get(), System.nanoTime() - begun);
    }
}
