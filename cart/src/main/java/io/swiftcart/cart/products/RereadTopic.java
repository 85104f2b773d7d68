package io.swiftcart.cart.products;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.swiftcart.cart.storage.ProductStore;
import io.swiftcart.platform.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Looks whether the store knows that the view was read from the partitions this replica has. A
 * store that was lost knows none, and then they are read again from their beginning: the topic is
 * compacted and holds the state of every product.
 *
 * <p>The store is told when the end has been read, so that a crash before repeats it. Until then an
 * unknown SKU is answered with 503: it may be one that is still to come.
 */
@ApplicationScoped
class RereadTopic {
    private static final Logger LOG = Logger.getLogger(RereadTopic.class);
    private static final String CHANNEL = "catalog-products";
    private static final Duration ASKING = Duration.ofSeconds(5);

    private final KafkaClientService kafka;
    private final ProductStore products;

    /** Where those end that are being read. */
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

    RereadTopic(KafkaClientService kafka, ProductStore products) {
        this.kafka = kafka;
        this.products = products;
    }

    @Scheduled(
            every = "${swiftcart.cart.products.look}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        List<KafkaConsumer<Object, Object>> consumers = kafka.getConsumers(CHANNEL);
        return Multi.createFrom()
                .iterable(consumers)
                .onItem()
                .transformToUniAndConcatenate(this::lookAt)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure(RereadTopic::passes)
                .recoverWithNull();
    }

    /**
     * The next look tries again; readiness tells of the store, and of consumers that stand still.
     */
    private static boolean passes(Throwable failure) {
        return Faults.away(failure) || failure instanceof RetriableException;
    }

    private Uni<Void> lookAt(KafkaConsumer<Object, Object> consumer) {
        return consumer.getAssignments()
                .invoke(assigned -> ends.keySet().retainAll(assigned))
                .chain(this::unread)
                .chain(
                        unread ->
                                unread.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : reread(consumer, unread));
    }

    private Uni<Set<TopicPartition>> unread(Set<TopicPartition> assigned) {
        Set<String> names =
                assigned.stream().map(TopicPartition::toString).collect(Collectors.toSet());
        return products.unread(names)
                .map(
                        unread ->
                                assigned.stream()
                                        .filter(each -> unread.contains(each.toString()))
                                        .collect(Collectors.toSet()));
    }

    private Uni<Void> reread(KafkaConsumer<Object, Object> consumer, Set<TopicPartition> parts) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(
                        part ->
                                ends.containsKey(part)
                                        ? noteWhenRead(consumer, part)
                                        : begin(consumer, part))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> begin(KafkaConsumer<Object, Object> consumer, TopicPartition part) {
        LOG.infof("The view of products does not hold %s, which is read from its beginning", part);
        return products.noteReading(part.toString())
                .chain(() -> onPollingThread(consumer, client -> goBack(client, part)))
                .invoke(end -> ends.put(part, end))
                .chain(() -> noteWhenRead(consumer, part));
    }

    private Uni<Void> noteWhenRead(KafkaConsumer<Object, Object> consumer, TopicPartition part) {
        return onPollingThread(consumer, client -> position(client, part))
                .chain(
                        position ->
                                position < ends.getOrDefault(part, Long.MAX_VALUE)
                                        ? Uni.createFrom().voidItem()
                                        : products.noteRead(part.toString())
                                                .invoke(() -> ends.remove(part)));
    }

    /** Where the partition ends at this moment. */
    private static long goBack(Consumer<Object, Object> client, TopicPartition part) {
        Set<TopicPartition> one = Set.of(part);
        long begin = client.beginningOffsets(one, ASKING).getOrDefault(part, 0L);
        client.seek(part, begin);
        return client.endOffsets(one, ASKING).getOrDefault(part, begin);
    }

    /** Up to where it has been read. What it acknowledged before stays acknowledged. */
    private static long position(Consumer<Object, Object> client, TopicPartition part) {
        return client.position(part, ASKING);
    }

    /** The client has two such methods, which a lambda cannot choose from. */
    private static <R> Uni<R> onPollingThread(
            KafkaConsumer<Object, Object> consumer,
            Function<Consumer<Object, Object>, R> question) {
        return consumer.runOnPollingThread(question);
    }
}
